# What Anhui (安徽) asks for, where the words of the patterns do not say it.

rule-anhui-principal-is-legal-rep-older = Principal is the legal representative (older rule)
    .text = Name the legal representative (法人) as principal (主体负责人), with their details. If the principal is someone else, provide a letter of authorisation from the legal representative (法人授权委托书).
rule-anhui-file-as-unit = Without a trade name: still file as a unit
    .text = A sole proprietor (个体工商户) without a trade name (字号), or whose trade name is “*” or the name of the person in charge, files as an organisation (单位).
rule-anhui-name-without-trade-name = Your own name as filer's name
    .text = Enter the name of the person in charge as filer's name. On the verification sheet (核验单), write that name, a gap, then （个体工商户）. The same goes if the trade name is “*” or that person's name.
rule-anhui-no-seal-remark = No seal: say so in the filer remark
    .text = A sole proprietor without a trade name who has no official seal (公章) either says so in the filer remark (主体备注).
