# What Gansu (甘肃) asks for, where the words of the patterns do not say it.

rule-gansu-enterprise-licence = 用营业执照副本
    .text = 在{ $province }，企业备案要用{ $documents }的副本，不要求有年检章。
rule-gansu-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填法定代表人。不是的话，要有法定代表人的授权书，并在主体备注里说明。
rule-gansu-principal-remark = 主体备注：说明授权情况
    .text = 主体负责人不是法定代表人时，请在主体备注里说明。
rule-gansu-sheet-signature = 核验单按要求签字盖章
    .text = 请按要求在核验单上签字、盖章，网站负责人签在最下方的签字处。
rule-gansu-unit-access-data-matches = 名称和证件号码与原备案一致
    .text = 接入备案时，主办单位名称和证件号码要与工信部备案信息一致。不一致的，先变更备案，或者凭工商部门的变更证明接入。
rule-gansu-access-data-proof = 工商变更证明（接入备案）
    .text = 名称或证件号码与原备案不一致、又没有先做变更备案的，需要工商部门开具的变更证明。
rule-gansu-unit-access-change-first = 先变更，或接入后再变更
    .text = 名称或证件号码与原备案不一致时，可以先到原接入服务商变更备案；有工商变更证明的，也可以接入成功后再变更。开不出证明的，要注销后重新申请。
