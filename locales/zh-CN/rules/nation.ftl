# Texts of the nationwide rules (rules/nation.toml) and of pre-approval (rules/approvals.toml).

## Whether a filing is needed

rule-nation-no-filing-abroad = 服务器不在内地，无需备案
    .text = 网站托管在中国内地以外的，域名不用申请备案。
rule-nation-filing-needed = 网站开通前先备案
    .text = 网站放在中国内地的服务器上，就要先在工信部备案，备案好了再开通。
rule-nation-subdomain-covered = 子域名不用再备案
    .text = 主域名（也叫顶级域名，如 abc.com）备案成功后，它的子域名可以直接指向服务商的空间，不必另外备案。
rule-nation-file-apex-first = 主域名先有备案号
    .text = 使用子域名前，它的主域名（也叫顶级域名，如 abc.com）要先有备案号。还没有的话，请先为主域名备案；成功之后，子域名就能正常使用。

## Domain

rule-nation-domain-suffix-approved = 域名后缀已获工信部批复
    .text = 域名后缀要在工信部批复的名单里，否则无法备案。名单可在工信部网站的“中国互联网域名体系”里查到。
rule-nation-domain-in-validity = 域名在注册有效期内
    .text = 域名要还在注册有效期内，已经过期的域名不能用来备案。
rule-nation-registrar-approved = 域名注册商已获工信部批复
    .text = 您的注册商要有工信部的批复，可在工信部网站的“域名注册服务机构审批情况”里核对。不在名单里的，请先把域名转到名单里的注册商。
rule-nation-registrar-transfer = 把域名转入内地注册商
    .text = 请把国际注册商（如阿里云国际站）的域名转到中国内地的注册商，再完成实名认证，之后才能备案。2018 年 1 月 1 日起都要这样做。
rule-nation-registrar-since-2018 = 域名注册商在中国内地
    .text = 2018 年 1 月 1 日起，域名在国际注册商（如阿里云国际站）的，不能直接备案：要先转到中国内地的注册商，再完成实名认证。
rule-nation-registrar-abroad-older = 国际站注册的域名不能备案
    .text = 在阿里云国际站（alibabacloud.com）买的域名备不了案。想用阿里云的域名，请到阿里云中国站（aliyun.com）注册。
rule-nation-registrar-filed-earlier = 早先备案成功的域名不用转
    .text = 2018 年 1 月 1 日前在国际注册商注册的域名，只要已经备案成功，就不用转入内地。
rule-nation-domain-verified = 域名已完成实名认证
    .text = 域名没有完成实名认证，就无法备案。认证信息与备案主体不一致，订单可能交不上去，或者审核不通过。怎么认证，可以问您的域名服务商。
rule-nation-domain-verified-three-days = 实名认证满 { $days } 天再申请
    .text = 认证信息传到管局大约要 { $days } 天。建议您过了这 { $days } 天再申请备案，不然管局可能查不到最新信息，备案有失败的风险。
rule-nation-individual-domain-data = 域名持有者信息与您一致
    .text = 域名实名认证里的姓名、证件类型和证件号码，要与您备案时填写的一致。不一致的，请先把域名过户给您本人。
rule-nation-unit-domain-data = 域名持有者信息与备案一致
    .text = 域名实名认证里的名称、证件类型和证件号码，要与备案时填写的一致。不一致的，请先把域名过户到备案主体名下；部分省市也可以上传证明材料。

## Advice

rule-nation-read-province-rules = 先了解当地管局的规则
    .text = 各地管局要求不同，要准备的资料也不一样。建议您动手前先看看所在省份管局的备案规则，需要时再查工信部备案管理系统。

## Identity documents of an individual

rule-nation-id-mainland = 内地居民：身份证
    .text = 如果您是中国内地居民，请准备身份证。
rule-nation-id-hong-kong-macao = 港澳居民：居住证或通行证
    .text = 如果您是中国港澳居民，请准备港澳居民居住证，或者港澳居民来往内地通行证，有一种即可。
rule-nation-id-hong-kong-macao-tencent = 港澳居民：来往内地通行证
    .text = 如果您是港澳居民，请准备港澳居民来往内地通行证。
rule-nation-id-taiwan = 台湾居民：居住证或通行证
    .text = 如果您是中国台湾居民，请准备台湾居民居住证，或者台湾居民来往大陆通行证，有一种即可。
rule-nation-id-taiwan-tencent = 台湾居民：台胞证
    .text = 如果您是台湾居民，请准备台胞证。
rule-nation-id-foreign = 外籍人士：护照
    .text = 如果您是外籍人士，请准备护照。
rule-nation-individual-id-kind-mainland = 内地居民用身份证备案
    .text = 如果您是中国内地居民，备案时要用身份证。
rule-nation-individual-id-kind-hong-kong-macao = 港澳居民用居住证或通行证备案
    .text = 如果您是中国港澳居民，备案时要用港澳居民居住证，或者港澳居民来往内地通行证。
rule-nation-individual-id-kind-taiwan = 台湾居民用居住证或通行证备案
    .text = 如果您是中国台湾居民，备案时要用台湾居民居住证，或者台湾居民来往大陆通行证。
rule-nation-individual-id-kind-foreign = 外籍人士用护照备案
    .text = 如果您是外籍人士，备案时要用护照。

## Identity documents of an organisation's principal and site manager

rule-nation-principal-id-mainland = 主体负责人（内地）：身份证
    .text = 主体负责人是中国内地居民的，请准备负责人本人的身份证。
rule-nation-principal-id-hong-kong-macao = 主体负责人（港澳）：居住证或通行证
    .text = 主体负责人是中国港澳居民的，请准备负责人本人的港澳居民居住证，或者港澳居民来往内地通行证，有一种即可。
rule-nation-principal-id-taiwan = 主体负责人（台湾）：居住证或通行证
    .text = 主体负责人是中国台湾居民的，请准备负责人本人的台湾居民居住证，或者台湾居民来往大陆通行证，有一种即可。
rule-nation-principal-id-foreign = 主体负责人（外籍）：护照
    .text = 主体负责人是外籍人士的，请准备负责人本人的护照。
rule-nation-unit-id-kind-mainland = 主体负责人（内地）用身份证
    .text = 主体负责人是中国内地居民的，备案时要用身份证。
rule-nation-unit-id-kind-hong-kong-macao = 主体负责人（港澳）用居住证或通行证
    .text = 主体负责人是中国港澳居民的，备案时要用港澳居民居住证，或者港澳居民来往内地通行证。
rule-nation-unit-id-kind-taiwan = 主体负责人（台湾）用居住证或通行证
    .text = 主体负责人是中国台湾居民的，备案时要用台湾居民居住证，或者台湾居民来往大陆通行证。
rule-nation-unit-id-kind-foreign = 主体负责人（外籍）用护照
    .text = 主体负责人是外籍人士的，备案时要用护照。
rule-nation-manager-own-id = 网站负责人本人的证件
    .text = 网站负责人默认沿用主体负责人的资料。两人不是同一人的，请另外准备网站负责人的证件。
rule-nation-manager-id-mainland = 网站负责人（内地）：身份证
    .text = 网站负责人是中国内地居民的，请准备负责人本人的身份证。
rule-nation-manager-id-hong-kong-macao = 网站负责人（港澳）：居住证或通行证
    .text = 网站负责人是中国港澳居民的，请准备负责人本人的港澳居民居住证，或者港澳居民来往内地通行证，有一种即可。
rule-nation-manager-id-taiwan = 网站负责人（台湾）：居住证或通行证
    .text = 网站负责人是中国台湾居民的，请准备负责人本人的台湾居民居住证，或者台湾居民来往大陆通行证，有一种即可。
rule-nation-manager-id-foreign = 网站负责人（外籍）：护照
    .text = 网站负责人是外籍人士的，请准备负责人本人的护照。
rule-nation-manager-id-kind-mainland = 网站负责人（内地）用身份证
    .text = 网站负责人是中国内地居民的，备案时要用身份证。
rule-nation-manager-id-kind-hong-kong-macao = 网站负责人（港澳）用居住证或通行证
    .text = 网站负责人是中国港澳居民的，备案时要用港澳居民居住证，或者港澳居民来往内地通行证。
rule-nation-manager-id-kind-taiwan = 网站负责人（台湾）用居住证或通行证
    .text = 网站负责人是中国台湾居民的，备案时要用台湾居民居住证，或者台湾居民来往大陆通行证。
rule-nation-manager-id-kind-foreign = 网站负责人（外籍）用护照
    .text = 网站负责人是外籍人士的，备案时要用护照。

## Pre-approval, category by category

rule-approvals-news = 互联网新闻信息服务许可证
    .text = 登载或转载时政新闻和评论、提供时政类电子公告、向公众发送时政通讯的网站，都要有这张证。批复单位是各省网络安全和信息化委员会办公室。
rule-approvals-publishing = 互联网出版许可证
    .text = 在网上提供电子书报刊、音像制品、手机出版物、学术、艺术或教育出版物、地图等，都要有这张证。批复单位是省委宣传部、省新闻出版广电局。
rule-approvals-drugs-devices = 药品和医疗器械审批文件
    .text = 提供药品或医疗器械信息，要有省食品药品监督管理局批的互联网药品信息服务资格证书，化学类药品由工信部颁发。部分省市也认药品经营许可证或医疗器械经营企业许可证，北京、山东等不认，以审核为准。
rule-approvals-culture = 网络文化经营许可证
    .text = 通过网络制作、传播或流通音乐、动漫等文化产品的网站，要有这张证。批复单位是各省文化和旅游厅。
rule-approvals-audiovisual = 信息网络传播视听节目许可证
    .text = 视频、直播等提供视音频节目的网站，要有这张证。批复单位是省委宣传部、省新闻出版广电局。监管部门目前仍要求办理，没有就通不过备案。
rule-approvals-ride-hailing = 网络预约出租汽车经营许可证
    .text = 在市内经营或管理网约车、从事其他相关活动的，要有这张证。批复单位是公司注册所在地的交通管理委员会。
rule-approvals-games = 游戏审批文件
    .text = 游戏在正式上线和收费之前要先经过审批。四川、湖北由本省的新闻出版主管部门审批，其他省份由中宣部或省新闻出版广电局审批。
rule-approvals-finance = 金融管理部门的专项审批文件
    .text = 涉及金融的企业要有专项审批，各省规则不同。可咨询：互联网支付找人民银行，网贷找省金融办、银监会，保险找保监会，信托和消费金融找银监会，股权众筹、基金、融资担保找证监会，私募找中国证券投资基金业协会。
rule-approvals-finance-words = 名称涉及金融的专项审批文件
    .text = 名称里有“金融”“基金”“理财”“支付”一类字样的，要有金融管理部门的专项审批。内容确实与金融无关的，要改公司名称或经营范围，不改就不能备案。字样仅供参考，以审核为准。
rule-approvals-foundation-papers = 基金会的准入证明和保证书
    .text = 慈善、公益等基金会要交民政部门的准入证明（如备案登记），以及盖章的不从事金融业务保证书。浙江还要金融监管部门的认定说明，没有相关金融许可的不能备案。
rule-approvals-religion = 允许从事宗教信息的批复函或批文
    .text = 在网上发布、宣传宗教信息或开展宗教活动，要有当地民族宗教事务委员会给的批复函或批文，允许您从事互联网宗教信息。目前只有广东要求提供。
rule-approvals-religion-elsewhere = 宗教批文目前只有广东要求
    .text = 网站涉及宗教信息或活动时，目前只有广东要求提供民族宗教事务委员会的批复函或批文，其他省份不要求。

## Pre-approval that was cancelled

rule-approvals-education = 教育类前置审批已取消
    .text = 教育网站和网校（如文凭、远程教学视频、考试培训）的前置审批已在全国取消，不用再提供审批文件。
rule-approvals-healthcare = 医疗保健类前置审批已取消
    .text = 医疗卫生机构网站和预防保健类网站、频道的前置审批已在全国取消，不用再提供审批文件。
rule-approvals-bulletin-board = 电子公告类前置审批已取消
    .text = 论坛、聊天室、留言板等供人发布信息的栏目，专项审批已由国务院发文取消，全国都不用再提供审批文件。

## Pre-approval in the filing

rule-approvals-upload-approval = 填写并上传前置审批文件
    .text = 请在备案前到批复单位办好前置审批文件，否则备案审核通不过。填写网站信息时，选好前置审批类型，填上审批号，并上传文件。
rule-approvals-waived-remark = 备注批复单位的答复
    .text = 批复单位说您无需审批的，按初审人员的意见补充备注：在前置审批类型下面的备注框里，写明批复单位名称、座机号码（带区号）和答复结果。
rule-approvals-waived-statement = 无需前置审批的说明书
    .text = 审核人员要求时，请发到对方给的邮箱，格式不限。要写：批复单位名称和带区号的座机、网站详情，承诺无需且不涉及前置审批、后果自负。由法定代表人签字，写上日期，盖公章。

rule-approvals-waived-not-everywhere = 备注或说明书不一定够
    .text = 如果管局规定不接受备注或说明书，就必须办前置审批文件；网站名称或内容本身涉及的，要么办审批，要么修改名称和内容。
