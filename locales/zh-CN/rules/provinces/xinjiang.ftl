# What Xinjiang (新疆) asks for, where the words of the patterns do not say it.

rule-xinjiang-sheet-signature = 核验单签名并按手印
    .text = 请网站负责人在核验单最下方签字，并在签字旁边按手印。
rule-xinjiang-security-certificate = 网络信息安全从业资格证书
    .text = 请提供网站负责人的“网络信息安全人员从业资格证书”复印件，或者管局所开证明的复印件。
rule-xinjiang-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填单位的法定代表人。不是的话，要提供授权委托书。
rule-xinjiang-principal-letter = 主体负责人的授权委托书
    .text = 主体负责人不是法定代表人时，要提供授权委托书，用通用的格式就可以。
rule-xinjiang-unit-free-change = 备案可变更给单位或个人
    .text = 单位的备案可以变更给其他单位或个人，不用提供变更证明。
