# What Jiangsu (江苏) asks for, where the words of the patterns do not say it.

rule-jiangsu-finance-bodies = 金融审批在江苏找谁
    .text = 在江苏，涉及融资、融资担保字样的网站，可以咨询经信委。私募基金要有金融监管部门的审批文件，允许您提交金融类备案。仅供参考。
rule-jiangsu-address-fits-phone = 地址与电话、所在地一致
    .text = 通信地址要与办公电话一致，也要与主办单位所在的省、市一致。
rule-jiangsu-exact-address = 通信地址写到门牌号
    .text = 通信地址要写准确，写到门牌号码为止。
rule-jiangsu-phone-used-twice = 手机号最多用两次
    .text = 同一个手机号码最多可以填两次，而且填的负责人要是同一个人。
rule-jiangsu-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填法定代表人。填别人时，要提供授权委托书。
rule-jiangsu-principal-letter = 主体负责人的授权委托书
    .text = 主体负责人不是法定代表人时，请提供授权委托书，通用的就可以。
rule-jiangsu-manager-is-principal = 两位负责人是同一人
    .text = 主体负责人不是法定代表人时，网站负责人必须也由这位主体负责人担任。
rule-jiangsu-individual-employment-or-income-proof = 就业或收入证明（未满 { $years } 周岁）
    .text = 您未满 { $years } 周岁时，请提供劳动就业证明，或者收入证明。
rule-jiangsu-residence-permit-older = 江苏的暂住证或居住证
    .text = 身份证地址不在江苏时，请提供江苏的暂住证或居住证。
rule-jiangsu-enterprise-licence = 用营业执照等证件
    .text = 企业可以用营业执照等证件备案。
