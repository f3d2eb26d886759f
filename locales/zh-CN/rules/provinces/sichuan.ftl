# What Sichuan (四川) asks for, where the words of the patterns do not say it.

rule-sichuan-work-proof = 负责人的工作证明
    .text = 您的主体负责人或网站负责人如果用同一证件号码还出现在别人的备案里（单位、个人都算），要提供此人的工作证明。
rule-sichuan-sheet-lists-domains = 核验单写全域名，不另附清单
    .text = 这次要备案的网站，域名列表里的域名要全部写在核验单上，不能另附域名清单。
rule-sichuan-homepage-matches-domains = 首页网址与域名列表一致
    .text = 首页 URL 用的域名，要和域名列表里写的对得上。
rule-sichuan-telecom-licence = 增值电信业务许可证
    .text = WAP、即时通信、网络广告、搜索引擎、网络游戏、电子邮箱、有偿信息、短信彩信都算经营性服务，先在当地管局办好增值电信业务许可证，才能选这些内容。
rule-sichuan-reachable-phone = 手机号能联系到本人
    .text = 备案信息里的手机号码，必须能联系到本人。
rule-sichuan-office-phone = 办公电话是本地、本人的号码
    .text = 备案信息里的办公电话，必须是本地的、本人的号码。
rule-sichuan-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 主体负责人要填单位的法定代表人。不是的话，要提供授权委托书。
rule-sichuan-shareholder-proof = 公司章程等股东证明
    .text = 域名在股东名下时，要有：1 年内的公司章程（写明股东，盖工商局鲜章）、股东身份证照片、域名证书、证明材料；后三样盖公司公章。
rule-sichuan-executive-proof = 社保证明等任职证明
    .text = 域名在主要负责人或高管名下时，要有：社保证明（1 年内，盖社保局鲜章）或聘书、合同等有效文件，身份证件的照片，以及证明材料。后几样盖公司公章。
rule-sichuan-commercial-statement = 经营性说明书
    .text = 单位名称、经营范围、网站名称等含经营性字样，而管局在您办经营性 ICP 许可证时告知不用办的，要提供单位的经营性说明书。
rule-sichuan-residence-permit = 在四川学习、生活或工作的证明
    .text = 证件住所不在{ $province }的（包括港澳台居民和外国人），要上传在{ $province }学习、生活或工作的证明，如学生证、社保证明、在职证明、居住证。
rule-sichuan-residence-permit-older = 四川的暂住证或居住证（旧规）
    .text = 身份证地址不在{ $province }时，要提供暂住证或居住证。
