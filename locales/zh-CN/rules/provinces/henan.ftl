# What Henan (河南) asks for, where the words of the patterns do not say it.

rule-henan-enterprise-licence = 用三证合一的最新证件
    .text = 在{ $province }，企业必须用最新的证件备案，也就是三证合一的{ $documents }。
rule-henan-enterprise-unit-in-province = 企业证件住所在{ $province }
    .text = 新办备案的企业，证件住所必须在{ $province }。不在的话，不能在{ $province }备案。
rule-henan-domain-certificate-by-post = 邮寄域名证书
    .text = 这次备案的域名达到 { $domains } 个时，需要邮寄域名证书。
rule-henan-domain-certificate-for-many = 域名证书
    .text = 个人一次提交 { $domains } 个或更多域名时，需要提供域名证书。
rule-henan-upload-as-manager = 上传资料处填网站负责人
    .text = 主体负责人和网站负责人不是同一人时，上传资料处要填网站负责人的姓名。
rule-henan-manager-papers = 网站负责人的有关证件
    .text = 主体负责人和网站负责人不是同一人时，需要上传网站负责人的有关证件。
rule-henan-investor = 投资者一栏填主办单位名称
    .text = 企业在“投资者或上级主管”一栏里，必须填主办单位的名称。
rule-henan-file-as-unit = 没有字号的按单位备案
    .text = 营业执照上没有字号、名称的个体工商户，在河南按单位备案。
rule-henan-file-as-enterprise = 没有字号和公章的选企业
    .text = 营业执照上没有字号名称、也没有公章的个体工商户，按企业性质备案。
rule-henan-name-as-on-seal = 主办单位名称与公章一致
    .text = 营业执照上没有字号、但有公章的，主办单位名称必须和公章上的一致。
rule-henan-name-without-seal = 没有公章时的主办单位名称
    .text = 没有字号也没有公章时，管局的要求有两种写法：填实体店的名称；或填“个体工商户”加姓名，例如“个体工商户张三”。提交前请问清用哪一种。
rule-henan-no-seal-remark = 备注写明是个体工商户
    .text = 没有字号也没有公章的，请在备注里说明您是个体工商户，核验单上不用盖公章。
