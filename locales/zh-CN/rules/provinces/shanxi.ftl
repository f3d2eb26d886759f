# What Shanxi (山西) asks for, where the words of the patterns do not say it.

rule-shanxi-sheet-again = 改信息要重寄核验单
    .text = 不管修改哪一项备案信息，都要把核验单重新寄一次。
rule-shanxi-state-name-document = 国字头名称用组织机构代码证
    .text = 网站名称里有“中国”“中央”一类字样的，要用组织机构代码证备案。个人没有这种证件，请给网站换个名称。
rule-shanxi-state-name-remark = 备注写明批准部门
    .text = 网站名称里有“中国”“中央”一类字样的，请在网站备注里说明是哪个部门批准的。
rule-shanxi-state-name-approval = 批文的复印件（邮寄）
    .text = 网站名称里有“中国”“中央”一类字样的，请邮寄批准文件的复印件。
rule-shanxi-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填法定代表人。不是的话，要提供授权委托书。
rule-shanxi-principal-letter = 主体负责人的授权委托书
    .text = 主体负责人不是法定代表人时，请提供授权委托书，用通用的那一种即可。
rule-shanxi-file-as-individual = 没有字号的按个人备案
    .text = 没有字号的个体工商户，请以个人名义备案。网站备注里写明您是个体工商户、没有工商字号，再写上注册号。
rule-shanxi-unit-free-change = 备案可变更给单位或个人
    .text = 单位的备案可以变更给其他单位或个人，不用提供变更证明。
