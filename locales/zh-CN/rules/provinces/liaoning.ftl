# What Liaoning (辽宁) asks for, where the words of the patterns do not say it.

rule-liaoning-sheet-lists-domains = 新旧域名都写上核验单
    .text = 核验单要写全网站的域名：已经有备案号的，和这次要提交、还没有备案号的，一个都不能少。
rule-liaoning-finance-name-legal-rep = 两位负责人都是法定代表人
    .text = 单位名称里有“投资管理”“担保”“典当”“贷款”或“理财”的，主体负责人和网站负责人都要填法定代表人。
rule-liaoning-access-people-match = 主体负责人与原备案一致
    .text = 接入备案时，主体负责人必须与原备案信息中的一致。
rule-liaoning-access-people-change-first = 主体负责人不一致：先变更
    .text = 主体负责人与原备案信息不一致时，请先到原接入服务商办理变更备案。
rule-liaoning-office-phone = 个人也要填办公电话
    .text = 在辽宁做个人备案，办公电话是必填项。
rule-liaoning-phone-in-province = 手机号归属地为{ $province }
    .text = 主体负责人和网站负责人的手机号码，归属地都必须是{ $province }。
