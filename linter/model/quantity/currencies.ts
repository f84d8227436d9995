/**
 * The active codes of ISO 4217. A list of our own, because `Intl.supportedValuesOf` differs between
 * browsers and Node builds, and the same handbook must read the same everywhere.
 */
const CODES = `
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`;

const KNOWN: ReadonlySet<string> = new Set(CODES.trim().split(/\s+/));

/** The codes worth guessing when one is misspelt, likeliest first. */
export const COMMON_CURRENCIES = [
  'CNY',
  'HKD',
  'TWD',
  'MOP',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'SGD',
  'KRW',
  'THB',
];

/** How people write a currency instead of its code. `¥` is read as yuan: most handbooks that need it are Chinese. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '¥': 'CNY',
    rmb: 'CNY',
    yuan: 'CNY',
    cny: 'CNY',
    人民币: 'CNY',
    人民币元: 'CNY',
    元人民币: 'CNY',
    元: 'CNY',
    块: 'CNY',
    块钱: 'CNY',
    圆: 'CNY',
    hk$: 'HKD',
    hkd: 'HKD',
    港币: 'HKD',
    港元: 'HKD',
    nt$: 'TWD',
    twd: 'TWD',
    新台币: 'TWD',
    mop: 'MOP',
    澳门元: 'MOP',
    us$: 'USD',
    $: 'USD',
    usd: 'USD',
    dollar: 'USD',
    dollars: 'USD',
    美元: 'USD',
    美金: 'USD',
    '€': 'EUR',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    欧元: 'EUR',
    '£': 'GBP',
    gbp: 'GBP',
    pounds: 'GBP',
    英镑: 'GBP',
    jpy: 'JPY',
    yen: 'JPY',
    日元: 'JPY',
    sgd: 'SGD',
    krw: 'KRW',
    thb: 'THB',
  }),
);

export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}
