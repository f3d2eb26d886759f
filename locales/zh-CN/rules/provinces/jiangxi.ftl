# What Jiangxi (江西) asks for, where the words of the patterns do not say it.

rule-jiangxi-sheet-signature = 核验单签名并按手印
    .text = 请在核验单的签字处签名，并在签字旁边按手印。
rule-jiangxi-sheet-lists-domains = 核验单写全新旧域名
    .text = 已有备案号的域名和这次准备提交的域名，都要全部写在核验单上。
rule-jiangxi-approval-copy = 前置审批文件的复印件
    .text = 网站涉及前置审批时，请邮寄审批文件的复印件。
rule-jiangxi-temporary-id-accepted = 可以用临时身份证
    .text = 在江西，临时身份证可以用来备案。
rule-jiangxi-homepage-url-listed = 首页 URL 与域名列表一致
    .text = 填写的首页 URL，要与域名列表里的域名一致。
rule-jiangxi-manager-residence-permit = 网站负责人的江西居住证
    .text = 网站负责人的身份证不是江西的，需要提供其江西省居住证的电子件。
rule-jiangxi-sole_proprietor-sheet-seal = 核验单上必须盖章
    .text = 个体工商户的核验单必须盖公章。用合同章或财务章的，还要加按主体负责人的手印。
rule-jiangxi-other-seal-thumb-print = 用其他章时加按手印
    .text = 没有公章、改用合同章或财务章的，请主体负责人在核验单上按手印。
rule-jiangxi-residence-permit-older = 江西暂住证或居住证（旧规）
    .text = 身份证地址不在江西的，提供江西的暂住证或居住证。
