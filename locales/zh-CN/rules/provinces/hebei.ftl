# What Hebei (河北) asks for, where the words of the patterns do not say it.

rule-hebei-domains-lead-to-one-site = 所有域名指向同一网站
    .text = 一个网站下有几个域名时，这些域名只能指向这同一个网站。
rule-hebei-name-change-unrelated = 前后企业无关联：注销重办
    .text = 改名前后的企业没有关联时，请先注销原备案，再重新申请。
rule-hebei-investor = 投资者一栏填上级或本单位
    .text = 在“投资者或上级主管单位名称”一栏里，请填上一级主管单位的全称，或者本单位的全称，要与单位性质等信息相符。
rule-hebei-enterprise-investor = 投资者一栏三选一
    .text = 企业在“投资者或上级主管单位名称”一栏里，可以填上一级主管单位的全称、本单位的全称，或者法人的姓名。
rule-hebei-file-as-individual = 没有字号的按个人备案
    .text = 没有工商字号的个体工商户，请按个人性质备案，并在备注里写明这一点。
