/** The words that made-up texts are put together from, so that pages differ as pages of one company do. */
export interface Words {
  areas: readonly string[];
  objects: readonly string[];
  acts: readonly string[];
  places: readonly string[];
  occasions: readonly string[];
  results: readonly string[];
  reasons: readonly string[];
  records: readonly string[];
  headings: Headings;
  sentence(parts: Record<'act' | 'object' | 'place' | 'result', string>): string;
}

/** The six sections of an SOP. */
export type Headings = Record<'why' | 'scope' | 'role' | 'steps' | 'exceptions' | 'record', string>;

export const english: Words = {
  areas: [
    'Arrival',
    'Departure',
    'Booking',
    'Luggage',
    'Breakfast',
    'Room care',
    'Repair',
    'Claims',
    'Deliveries',
    'Returns',
  ],
  objects: [
    ...[
      'the booking',
      'the identity document',
      'the delivery note',
      'the room key',
      'the invoice',
      'the order',
    ],
    ...[
      'the deposit slip',
      'the guest card',
      'the allergy list',
      'the luggage tag',
      'the parcel',
      'the appointment',
    ],
    ...['the warranty card', 'the meter reading', 'the seating plan', 'the repair ticket'],
  ],
  acts: [
    ...[
      'checks',
      'reads out',
      'compares with the screen',
      'hands over',
      'enters',
      'prints',
      'signs',
      'photographs',
    ],
    ...['labels', 'returns', 'counts', 'explains', 'confirms', 'sets aside'],
  ],
  places: [
    ...[
      'at the counter',
      'in the lobby',
      'at the service window',
      'by the lift',
      'in the store room',
      'on the floor',
    ],
    ...['in the back office', 'beside the kiosk', 'at the loading bay', 'in the guest lounge'],
  ],
  occasions: [
    ...[
      'When the customer arrives with a companion',
      'When two bookings carry the same name',
      'When the system is down',
    ],
    ...[
      'When the customer speaks another language',
      'When the document has expired',
      'When the item is damaged',
    ],
    ...[
      'When a child travels with one parent',
      'When the customer asks for a manager',
      'When the line reaches the door',
    ],
    ...['When the payment is declined', 'When the address is incomplete', 'When the customer is unwell'],
  ],
  results: [
    ...[
      'so that the next shift finds it',
      'so that nobody asks twice',
      'and says what happens next',
      'and notes the name',
    ],
    ...[
      'so that the customer leaves with one answer',
      'and keeps the copy in the folder',
      'and thanks the customer by name',
    ],
    ...['so that the figures of the day agree', 'and shows the way', 'and waits for the answer'],
  ],
  reasons: [
    ...[
      'Customers remember the first and the last minute of a visit.',
      'A question that is asked twice feels like a doubt.',
    ],
    ...[
      'What is written down once need not be searched for later.',
      'One person who stays with the case is worth three who pass it on.',
    ],
    ...[
      'A mistake seen at the counter costs less than one seen on the bill.',
      'The colleague on the next shift knows only what the record says.',
    ],
    ...['People forgive a fault when somebody takes it on.', 'A calm voice shortens every wait.'],
  ],
  records: ['shift log', 'case file', 'handover sheet', 'room report', 'order history', 'service ticket'],
  headings: {
    why: 'Why',
    scope: 'Scope',
    role: 'Role',
    steps: 'Steps',
    exceptions: 'Exceptions',
    record: 'Record',
  },
  sentence: ({ act, object, place, result }) => `The agent ${act} ${object} ${place} ${result}.`,
};

export const chinese: Words = {
  areas: ['到店', '离店', '预订', '行李', '早餐', '客房整理', '维修', '理赔', '配送', '退换'],
  objects: [
    ...['订单', '证件', '送货单', '房卡', '发票', '点菜单', '押金单', '客人登记卡', '过敏清单', '行李牌'],
    ...['包裹', '预约记录', '保修卡', '抄表读数', '座位图', '维修工单'],
  ],
  acts: [
    '核对',
    '复述',
    '与屏幕比对',
    '双手递交',
    '录入',
    '打印',
    '签收',
    '拍照存档',
    '贴上标签',
    '归还',
    '清点',
    '说明',
    '确认',
    '单独存放',
  ],
  places: [
    '在柜台',
    '在大堂',
    '在服务窗口',
    '在电梯旁',
    '在库房',
    '在楼层',
    '在后台办公室',
    '在自助机旁',
    '在装卸口',
    '在休息区',
  ],
  occasions: [
    ...[
      '客人与同伴一起到店时',
      '两张订单同名时',
      '系统停用时',
      '客人使用其他语言时',
      '证件已过有效期时',
      '物品有破损时',
    ],
    ...[
      '儿童只由一位家长陪同时',
      '客人要求见经理时',
      '队伍排到门口时',
      '付款未成功时',
      '地址不完整时',
      '客人感到不舒服时',
    ],
  ],
  results: [
    ...['让下一班看得明白', '不让客人再说一遍', '并说明接下来做什么', '并记下姓名', '让客人带着一个答复离开'],
    ...['并把副本留在文件夹中', '并称呼姓氏致谢', '使当天的数字对得上', '并指明方向', '并等客人回答'],
  ],
  reasons: [
    ...[
      '客人记得最清楚的是进门和离开的那一分钟。',
      '同一个问题问两遍，听起来像不信任。',
      '写下一次，以后就不必再找。',
    ],
    ...[
      '一个人跟到底，胜过三个人转手。',
      '在柜台发现的差错，比在账单上发现的便宜。',
      '下一班同事只知道记录里写了什么。',
    ],
    ...['有人把问题接过去，客人就愿意谅解。', '语气平稳，等待就显得短。'],
  ],
  records: ['交班本', '个案档案', '交接单', '客房日报', '订单历史', '服务工单'],
  headings: {
    why: '为什么',
    scope: '适用范围',
    role: '岗位',
    steps: '步骤',
    exceptions: '例外',
    record: '记录',
  },
  sentence: ({ act, object, place, result }) => `员工${place}${act}${object}，${result}。`,
};
