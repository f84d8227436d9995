import type { Effect } from '../../linter/model/change.ts';

/** One edit of a handbook and what is to be said of it. */
export interface TypicalChange {
  /** A folder below the repository. */
  root: string;
  file: string;
  /** Text of the file, and what takes its place; a file without text before is new, one without after is gone. */
  edit: readonly [before: string | undefined, after: string | undefined];
  says: readonly (readonly [effect: Effect, subject: string, en: string, zh: string])[];
}

const hotel = 'policies';
const bank = 'linter/starters/bank';
const clinic = 'linter/starters/clinic';

export const typicalChanges: readonly TypicalChange[] = [
  {
    root: hotel,
    file: 'decision-rights/complaint-settlement.yaml',
    edit: ['role: waiter, limit: 500 CNY', 'role: waiter, limit: 800 CNY'],
    says: [
      [
        'widens-authority',
        'decision-right:complaint-settlement#waiter',
        'Complaint settlement: Waiter may decide up to 800 CNY per case (was 500 CNY)',
        '投诉赔付：餐厅服务员的权限由 500 元提高到 800 元/次',
      ],
    ],
  },
  {
    root: hotel,
    file: 'decision-rights/complaint-settlement.yaml',
    edit: ['role: waiter, limit: 500 CNY', 'role: waiter, limit: 300 CNY'],
    says: [
      [
        'strengthens',
        'decision-right:complaint-settlement#waiter',
        'Complaint settlement: Waiter may decide only up to 300 CNY per case (was 500 CNY)',
        '投诉赔付：餐厅服务员的权限由 500 元降低到 300 元/次',
      ],
    ],
  },
  {
    root: clinic,
    file: 'decision-rights/goodwill.yaml',
    edit: ['role: nurse, limit: 100 CNY', 'role: nurse, limit: none'],
    says: [
      [
        'widens-authority',
        'decision-right:goodwill#nurse',
        'Goodwill on the spot: Nurse may decide without limit (was 100 CNY)',
        '当场补偿：护士的权限由 100 元改为不设上限',
      ],
    ],
  },
  {
    root: clinic,
    file: 'decision-rights/goodwill.yaml',
    edit: [
      '  - { role: nurse, limit: 100 CNY, per: case, escalate: patient-services-lead, within: 10 min }\n',
      '',
    ],
    says: [
      [
        'strengthens',
        'decision-right:goodwill#nurse',
        'Goodwill on the spot: Nurse may no longer decide (was: up to 100 CNY per case)',
        '当场补偿：取消对护士的授权（原为额度 100 元/次）',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: [
      'grants:\n',
      'grants:\n  - { role: remote-lead, limit: 200 CNY, per: case, escalate: branch-manager, within: 30 min }\n',
    ],
    says: [
      [
        'widens-authority',
        'decision-right:service-recovery#remote-lead',
        'Service recovery: Remote teller lead may now decide, up to 200 CNY per case',
        '服务补救：新授权远程坐席主管，额度 200 元/次',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: [
      'limit: 100 CNY, per: case, escalate: lobby-manager, within: 5 min',
      'limit: 100 CNY, per: case, within: 5 min',
    ],
    says: [
      [
        'weakens',
        'decision-right:service-recovery#teller',
        'Service recovery: Teller no longer passes cases above the limit to Lobby manager',
        '服务补救：柜员超出额度时不再上报大堂经理',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: ['escalate: branch-manager, within: 30 min', 'escalate: branch-manager, within: 60 min'],
    says: [
      [
        'weakens',
        'decision-right:service-recovery#lobby-manager',
        'Service recovery: time to answer Lobby manager lengthened from 30 min to 60 min',
        '服务补救：大堂经理上报后的答复时限由 30 分钟延长到 60 分钟',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/stop-transfer.yaml',
    edit: ['与陌生人通话', '与任何人通话'],
    says: [
      [
        'unknown',
        'decision-right:stop-transfer#teller',
        'Stopping a suspicious transfer, grant "Teller": condition changed from "客户说不清收款人是谁，或正与陌生人通话" to "客户说不清收款人是谁，或正与任何人通话"',
        '叫停可疑转账，授权“柜员”：条件由“客户说不清收款人是谁，或正与陌生人通话”改为“客户说不清收款人是谁，或正与任何人通话”',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: ['limit: 100 CNY, per: case', 'limit: 100 CNY, per: day'],
    says: [
      [
        'unknown',
        'decision-right:service-recovery#teller',
        'Service recovery, grant "Teller": basis of the limit changed from "case" to "day"',
        '服务补救，授权“柜员”：计量基础由“每次”改为“每天”',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: ['notify: [remote-lead]\n', ''],
    says: [
      [
        'weakens',
        'decision-right:service-recovery',
        'Service recovery: notified roles removed (was Remote teller lead)',
        '服务补救：删除知会（原为远程坐席主管）',
      ],
    ],
  },
  {
    root: bank,
    file: 'decision-rights/service-recovery.yaml',
    edit: ['services: [personal-account]\n', ''],
    says: [
      [
        'widens-authority',
        'decision-right:service-recovery',
        'Service recovery: no longer limited to Personal account',
        '服务补救：不再限于个人账户',
      ],
    ],
  },
  {
    root: bank,
    file: 'standards/complaint-first-answer.yaml',
    edit: ['"<= 10 min"', '"<= 1 h"'],
    says: [
      [
        'weakens',
        'standard:complaint-first-answer',
        'First answer to a complaint: target loosened from at most 10 min to at most 1 h',
        '投诉首次答复：目标值由不超过 10 分钟放宽到不超过 1 小时',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/follow-up.yaml',
    edit: ['">= 95 %"', '">= 98 %"'],
    says: [
      [
        'strengthens',
        'standard:follow-up',
        'Follow-up after the visit: target tightened from at least 95% to at least 98%',
        '就诊后回访：目标值由不低于 95% 收紧到不低于 98%',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/follow-up.yaml',
    edit: ['">= 95 %"', '"<= 95 %"'],
    says: [
      [
        'unknown',
        'standard:follow-up',
        'Follow-up after the visit: target changed from at least 95% to at most 95%',
        '就诊后回访：目标值由不低于 95% 改为不超过 95%',
      ],
    ],
  },
  {
    root: bank,
    file: 'standards/complaint-first-answer.yaml',
    edit: ['level: shall', 'level: should'],
    says: [
      [
        'weakens',
        'standard:complaint-first-answer',
        'First answer to a complaint: level lowered from "shall" to "should"',
        '投诉首次答复：约束力由“应”降为“宜”',
      ],
    ],
  },
  {
    root: bank,
    file: 'standards/complaint-first-answer.yaml',
    edit: [
      'appliesTo: [service:personal-account, role:lobby-manager, role:teller]',
      'appliesTo: [service:personal-account, role:lobby-manager]',
    ],
    says: [
      [
        'weakens',
        'standard:complaint-first-answer',
        'First answer to a complaint: Teller removed from scope',
        '投诉首次答复：适用范围中删除柜员',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/identity-check.yaml',
    edit: ['metric: identity-check-rate\n', ''],
    says: [
      [
        'weakens',
        'standard:identity-check',
        'Two-way identification: metric removed (was Identification rate)',
        '两项身份核对：删除指标（原为身份核对合格率）',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/identity-check.yaml',
    edit: ['owner: clinic-director', 'owner: nurse'],
    says: [
      [
        'changes',
        'standard:identity-check',
        'Two-way identification: owner changed from Clinic director to Nurse',
        '两项身份核对：负责岗位由门诊部主任改为护士',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/follow-up.yaml',
    edit: ['48 小时内致电', '72 小时内致电'],
    says: [
      [
        'unknown',
        'standard:follow-up',
        'Follow-up after the visit: statement changed from "护士应在治疗后 48 小时内致电患者，问明症状、用药与不满意之处。" to "护士应在治疗后 72 小时内致电患者，问明症状、用药与不满意之处。"',
        '就诊后回访：要求由“护士应在治疗后 48 小时内致电患者，问明症状、用药与不满意之处。”改为“护士应在治疗后 72 小时内致电患者，问明症状、用药与不满意之处。”',
      ],
    ],
  },
  {
    root: clinic,
    file: 'standards/identity-check.yaml',
    edit: ['level: shall', 'status: draft\nlevel: shall'],
    says: [
      [
        'weakens',
        'standard:identity-check',
        'Two-way identification: status lowered from "active" to "draft"',
        '两项身份核对：状态由“生效”降为“草稿”',
      ],
    ],
  },
  {
    root: bank,
    file: 'feedback-loops/complaints.yaml',
    edit: ['ack: 10 min', 'ack: 2 h'],
    says: [
      [
        'weakens',
        'feedback-loop:complaints',
        'Complaints: time to acknowledge lengthened from 10 min to 2 h',
        '投诉：确认时限由 10 分钟延长到 2 小时',
      ],
    ],
  },
  {
    root: bank,
    file: 'feedback-loops/complaints.yaml',
    edit: ['resolve: 72 h\n', ''],
    says: [
      [
        'weakens',
        'feedback-loop:complaints',
        'Complaints: time to resolve removed (was 72 h)',
        '投诉：删除解决时限（原为 72 小时）',
      ],
    ],
  },
  {
    root: bank,
    file: 'feedback-loops/complaints.yaml',
    edit: ['every: 7 d', 'every: 30 d'],
    says: [
      [
        'weakens',
        'feedback-loop:complaints',
        'Complaints: interval of analysis lengthened from 7 days to 30 days',
        '投诉：分析的频率由 7 天延长到 30 天',
      ],
    ],
  },
  {
    root: bank,
    file: 'feedback-loops/complaints.yaml',
    edit: ['reply: true\n', ''],
    says: [
      [
        'weakens',
        'feedback-loop:complaints',
        'Complaints: no longer marked "reply"',
        '投诉：不再标为“答复客户”',
      ],
    ],
  },
  {
    root: hotel,
    file: 'processes/check-in.yaml',
    edit: ['      within: 60 s\n', '      within: 3 min\n'],
    says: [
      [
        'weakens',
        'process:check-in#use-kiosk',
        'Check-in, step "Use the kiosk": time limit of human fallback lengthened from 60 s to 3 min',
        '办理入住，步骤“自助办理”：人工兜底的时限由 60 秒延长到 3 分钟',
      ],
    ],
  },
  {
    root: hotel,
    file: 'processes/check-in.yaml',
    edit: [
      "    fallback:\n      role: front-desk-agent\n      trigger: { zh-CN: 按下求助键、证件两次识别失败，或停留超过两分钟, en: 'The help button is pressed, the document fails twice, or the session passes two minutes' }\n      segment: assisted-guests\n      within: 60 s\n",
      '',
    ],
    says: [
      [
        'weakens',
        'process:check-in#use-kiosk',
        'Check-in, step "Use the kiosk": human fallback removed (was Front desk agent)',
        '办理入住，步骤“自助办理”：删除人工兜底（原为前台接待员）',
      ],
    ],
  },
  {
    root: hotel,
    file: 'processes/check-in.yaml',
    edit: ['    standard: kiosk-help-arrival\n', ''],
    says: [
      [
        'weakens',
        'process:check-in#help-at-kiosk',
        'Check-in, step "Help at the kiosk": standard removed (was A person beside the kiosk)',
        '办理入住，步骤“自助机协助”：删除标准（原为自助机旁有人）',
      ],
    ],
  },
  {
    root: hotel,
    file: 'processes/check-in.yaml',
    edit: ['客人走进大堂，自己选前台或自助机。', '客人进大堂，自己挑前台或自助机。'],
    says: [
      [
        'editorial',
        'process:check-in#arrive',
        'Check-in, step "Arrive": instruction changed from "客人走进大堂，自己选前台或自助机。" to "客人进大堂，自己挑前台或自助机。"',
        '办理入住，步骤“到店”：做法由“客人走进大堂，自己选前台或自助机。”改为“客人进大堂，自己挑前台或自助机。”',
      ],
    ],
  },
  {
    root: bank,
    file: 'services/personal-account.yaml',
    edit: ['    recovery: process:account-opening#open-at-window\n', ''],
    says: [
      [
        'weakens',
        'service:personal-account#eight-minutes',
        'Personal account, promise "At the smart counter, with your identity card, your account is open in eight min…": recovery removed (was Account opening, Open at the window)',
        '个人账户，承诺“带身份证到智能柜员机，八分钟开好账户。”：删除补救（原为个人开户·窗口开户）',
      ],
    ],
  },
  {
    root: bank,
    file: 'services/personal-account.yaml',
    edit: ['    within: 8 min', '    within: 10 min'],
    says: [
      [
        'weakens',
        'service:personal-account#eight-minutes',
        'Personal account, promise "At the smart counter, with your identity card, your account is open in eight min…": time limit lengthened from 8 min to 10 min',
        '个人账户，承诺“带身份证到智能柜员机，八分钟开好账户。”：时限由 8 分钟延长到 10 分钟',
      ],
    ],
  },
  {
    root: hotel,
    file: 'units/old-town-hotel.yaml',
    edit: ['value: ">= 92 %"', 'value: ">= 85 %"'],
    says: [
      [
        'weakens',
        'unit:old-town-hotel#room-ready-by-two',
        'Yunshan Old Town, deviation "Rooms ready by 14:00": local target loosened from at least 92% to at least 85%',
        '云山·古城酒店，差异“预抵房14:00可入住”：本部门目标值由不低于 92% 放宽到不低于 85%',
      ],
    ],
  },
  {
    root: clinic,
    file: 'inspections/service-round.yaml',
    edit: ['checks: [identity-check, waiting-time,', 'checks: [identity-check,'],
    says: [
      [
        'weakens',
        'inspection:service-round',
        'Service round: Waiting time removed from checked standards',
        '服务巡查：检查标准中删除候诊时限',
      ],
    ],
  },
  {
    root: clinic,
    file: 'training/hard-cases.yaml',
    edit: ['every: 180 d', 'every: 365 d'],
    says: [
      [
        'weakens',
        'training:hard-cases',
        'Hard cases: interval lengthened from 180 days to 365 days',
        '疑难情形演练：周期由 180 天延长到 365 天',
      ],
    ],
  },
  {
    root: clinic,
    file: 'tools/check-in-kiosk.yaml',
    edit: ['keepFor: 1 d', 'keepFor: 30 d'],
    says: [
      [
        'weakens',
        'tool:check-in-kiosk#scan',
        'Check-in kiosk, data field "Scan of the identity document": retention time lengthened from 1 day to 30 days',
        '自助登记机，数据项“证件扫描影像”：保存期限由 1 天延长到 30 天',
      ],
    ],
  },
  {
    root: hotel,
    file: 'improvements/faster-check-in.yaml',
    edit: ['due: 2027-03-31', 'due: 2027-09-30'],
    says: [
      [
        'weakens',
        'improvement:faster-check-in',
        'Faster check-in: due put off from 2027-03-31 to 2027-09-30',
        '入住提速：期限由 2027-03-31 推迟到 2027-09-30',
      ],
    ],
  },
  {
    root: hotel,
    file: 'segments/loyal-guests.yaml',
    edit: ['r: [3, 5]', 'r: [4, 5]'],
    says: [
      [
        'changes',
        'segment:loyal-guests',
        'Loyal high-value guests: recency of RFM scores changed from 3–5 to 4–5',
        '高价值忠诚客人：RFM 得分的最近消费由 3–5 改为 4–5',
      ],
    ],
  },
  {
    root: clinic,
    file: 'roles/receptionist.yaml',
    edit: ['frontline: true\n', ''],
    says: [
      [
        'weakens',
        'role:receptionist',
        'Receptionist: no longer marked "frontline"',
        '登记员：不再标为“一线”',
      ],
    ],
  },
  {
    root: bank,
    file: 'sops/account-opening.mdx',
    edit: ['7. 说三句安全提醒，请客户复述一句。\n', ''],
    says: [
      [
        'unknown',
        'sop:account-opening',
        'Opening a personal account: the text has 7 numbered steps instead of 8',
        '个人开户：正文的编号步骤由 8 步改为 7 步',
      ],
    ],
  },
  {
    root: bank,
    file: 'sops/account-opening.mdx',
    edit: ['不碰客户的屏幕', '可碰客户的屏幕'],
    says: [
      [
        'unknown',
        'sop:account-opening',
        'Opening a personal account: words of duty or permission in the text changed (gone: 不; new: 可)',
        '个人开户：正文中表示要求或许可的用词有变（删去：不；新增：可）',
      ],
    ],
  },
  {
    root: bank,
    file: 'sops/account-opening.mdx',
    edit: ['站在看得见的地方', '站在看得到的地方'],
    says: [
      [
        'editorial',
        'sop:account-opening',
        'Opening a personal account: text reworded',
        '个人开户：正文文字有修改',
      ],
    ],
  },
  {
    root: clinic,
    file: 'inspections/service-round.yaml',
    edit: [undefined, undefined],
    says: [
      [
        'weakens',
        'inspection:service-round',
        'The inspection "Service round" was removed',
        '删除了检查“服务巡查”',
      ],
    ],
  },
  {
    root: clinic,
    file: 'metrics/csat.yaml',
    edit: ['every: 30 d', 'every: 90 d'],
    says: [
      [
        'weakens',
        'metric:csat',
        'Patient satisfaction: interval lengthened from 30 days to 90 days',
        '就诊满意度：频率由 30 天延长到 90 天',
      ],
    ],
  },
  {
    root: bank,
    file: 'loopbook.yaml',
    edit: ['preset: strict', 'preset: starter'],
    says: [
      [
        'weakens',
        'loopbook.yaml',
        'Settings: preset lowered from "strict" to "starter"',
        '设置：预设由“严格”降为“入门”',
      ],
    ],
  },
  {
    root: bank,
    file: 'loopbook.yaml',
    edit: ['preset: strict', 'preset: strict\nrules: { flow/sound: off }'],
    says: [
      [
        'weakens',
        'loopbook.yaml',
        'Rule flow/sound: severity lowered from "error" to "off"',
        '规则 flow/sound：级别由“错误”降为“关闭”',
      ],
    ],
  },
  {
    root: bank,
    file: 'loopbook.yaml',
    edit: ['preset: strict', 'preset: strict\nignore: ["drafts/**"]'],
    says: [
      ['weakens', 'loopbook.yaml', 'Settings: ignore added: "drafts/**"', '设置：新增忽略：“drafts/**”'],
    ],
  },
];
