# What Tibet (西藏) asks for, where the words of the patterns do not say it.

rule-tibet-party-confirmation = 党政机关确认函
    .text = 首次备案要提供党政机关确认函。怎么办、要哪些材料，请向当地网信办咨询。
rule-tibet-mail-party-confirmation = 把确认函寄给管局
    .text = 接入服务商（原文指阿里云）审核通过后，请把党政机关确认函邮寄给管局。
rule-tibet-access-name-matches = 主办单位名称与原备案一致
    .text = 接入备案时，主办单位名称要与工信部备案信息中的一致。不一致的，先到原接入服务商变更备案，或者提供工商部门的变更证明。
rule-tibet-access-name-proof = 名称变更证明（接入备案）
    .text = 名称与原备案不一致，又没有先在原接入服务商变更备案的，要有工商部门开具的变更证明。提供不了，就要注销备案后重新提交。
rule-tibet-unit-free-change = 备案可变更给单位或个人
    .text = 单位的备案可以变更给其他单位或个人，不用提供变更证明。
