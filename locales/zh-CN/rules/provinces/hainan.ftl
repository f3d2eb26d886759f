# What Hainan (海南) asks for, where the words of the patterns do not say it.

rule-hainan-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填法定代表人。不是法定代表人的，要有授权委托书。
rule-hainan-principal-letter = 主体负责人的授权委托书
    .text = 主体负责人不是法定代表人时，需要提供授权委托书，用通用的模板就可以。
rule-hainan-individual-to-own-unit = 个人只能变更为自己的公司
    .text = 个人备案不能变更给其他个人。如果您是公司的法定代表人，可以变更为企业备案。
