# What Anhui (安徽) asks for, where the words of the patterns do not say it.

rule-anhui-principal-is-legal-rep-older = 主体负责人是法人（旧规）
    .text = 主体负责人要填法人和法人的相关信息。不是法人的，要提供法人授权委托书。
rule-anhui-file-as-unit = 没有字号也按单位备案
    .text = 个体工商户没有字号，或者字号是“*”、是负责人的名字，都要以单位的名义备案。
rule-anhui-name-without-trade-name = 主办单位名称填负责人姓名
    .text = 备案信息里填负责人的姓名。核验单上也写姓名，空一点再备注（个体工商户）。字号是“*”或负责人名字的，也这样填。
rule-anhui-no-seal-remark = 没有公章：写进主体备注
    .text = 没有字号的个体工商户如果也没有公章，请在主体备注里说明。
