# Questions about the fields of a filing: short name, question (.ask), how to answer (.hint), where to look (.where).

## Basics

field-as_of = 基准日期
    .ask = 按哪一天来算？
    .hint = 默认就是今天；要换一天就写日期，例如 2026-05-01。
    .where = 不确定就用今天。

field-provider = 接入服务商
    .ask = 您通过哪家接入服务商（提供服务器的公司）备案？
    .hint = 一般就是卖给您服务器的那家云厂商。
    .where = 看看服务器是在哪家买的，订单或控制台上有它的名字。

field-operation = 备案类型
    .ask = 您这次要办哪种备案？
    .hint = 以前从没备案过，就选首次备案。
    .where = 在 beian.miit.gov.cn 查一下您的名称或域名，就知道以前有没有备案过。

field-channel = 提交方式
    .ask = 您用哪种方式提交备案申请？
    .hint = 指在哪里填写和提交申请，不是指网站本身。
    .where = 看看您是在哪里打开接入服务商的备案页面的。

field-stage = 备案进度
    .ask = 您的备案走到哪一步了？
    .hint = 还没提交申请，就选准备材料。
    .where = 登录接入服务商的备案控制台可以看到当前进度。

## The filer

field-filer = 主办单位性质
    .ask = 您以什么身份备案？
    .hint = 就是网站归谁所有：您个人，还是某个单位。
    .where = 单位的性质可以看营业执照或登记证书；没有单位就是个人。

field-province = 备案省份
    .ask = 您在哪个省份备案？
    .hint = 一般是单位证件上的地址所在地；个人一般看身份证或居住证。
    .where = 看看单位证件、身份证或居住证上的地址属于哪个省份。

field-unit_name = 单位全称
    .ask = 您单位的全称是什么？
    .hint = 照证件上的名称写，一个字都不差。
    .where = 单位证件（例如营业执照）的“名称”一栏就是全称。

field-unit_document = 单位证件类型
    .ask = 您单位用哪种证件备案？
    .hint = 看证件最上面印的标题。
    .where = 证件的标题就是它的类型，一般由单位的行政或财务人员保管。

field-unit_in_province = 单位地址在本省
    .ask = 单位证件上的地址在备案的省份吗？
    .hint = 看证件上印的地址，不看实际办公地点。
    .where = 看单位证件上的“住所”或“地址”一栏。

field-unit_level = 单位级别
    .ask = 您的单位属于哪一级？
    .hint = 机关和事业单位看主管部门的级别；一般的公司选最后一项。
    .where = 看单位证件上的登记机关、举办单位，或问问上级主管单位。

field-has_trade_name = 是否有字号
    .ask = 您的个体工商户执照上有字号（店名）吗？
    .hint = 执照“名称”一栏空着或打星号，一般就是没有字号。
    .where = 看营业执照上的“名称”一栏。

field-has_seal = 是否有公章
    .ask = 您的单位有公章吗？
    .hint = 公章是刻有单位全称的印章，财务章、合同章不算。
    .where = 问问单位里保管印章的行政或财务人员。

field-cluster_address = 集群注册地址
    .ask = 单位登记的是多家公司共用的集群地址吗？
    .hint = 集群注册：把托管机构的地址登记为自己的地址。
    .where = 看营业执照上的住所，或问帮您注册公司的代理机构。

field-licence_form = 单位证件的形式
    .ask = 您打算提交单位证件的原件还是复印件？
    .hint = 营业执照的正本和副本都是原件；复印出来的，盖了章也是复印件。
    .where = 看手上的这张纸是发证机关发的，还是复印机印出来的。

field-is_hospital = 是否为医院
    .ask = 您的单位是医院吗？
    .hint = 有医疗机构执业许可证的医院答“是”。
    .where = 看看单位有没有医疗机构执业许可证。

field-school_level = 学校类型
    .ask = 您的单位是学校吗，属于哪一类？
    .hint = 培训公司等不是学校的，选第一项。
    .where = 看办学许可证或登记证书上写的学校类型。

field-landline = 本省办公座机
    .ask = 您有备案省份的办公座机吗？
    .hint = 座机指带区号的固定电话，手机不算。
    .where = 看电话号码前面的区号属于哪里，或问单位的行政人员。

## The people

field-identity = 主体负责人身份
    .ask = 主体负责人（对备案负责的人）是哪里的居民？
    .hint = 个人备案，主体负责人就是您本人。
    .where = 看主体负责人用的是哪种身份证件。

field-id_document = 主体负责人证件
    .ask = 主体负责人（对备案负责的人）用哪种证件？
    .hint = 个人备案，主体负责人就是您本人。
    .where = 看证件上印的名称。

field-id_valid_days = 主体负责人证件有效天数
    .ask = 主体负责人的证件还有多少天到期？
    .hint = 也可以写到期日，例如 2030-05-01；长期有效就写 36500。
    .where = 身份证的有效期限印在有国徽的那一面。

field-id_in_province = 证件地址在本省
    .ask = 主体负责人证件上的地址在备案的省份吗？
    .hint = 看证件上印的地址，不看现在住在哪里。
    .where = 身份证的住址印在有照片的那一面。

field-age = 最小年龄
    .ask = 负责人里年龄最小的那位多少周岁？
    .hint = 只写数字，例如 30；个人备案就写您自己的年龄。
    .where = 用今年减去证件上的出生年份，今年还没过生日再减一岁。

field-youngest = 年龄最小的负责人
    .ask = 负责人里谁年龄最小？
    .hint = 就是您说的最小年龄对应的那一位。
    .where = 对比一下各位负责人身份证上的出生日期。

field-phone_in_province = 手机号属于本省
    .ask = 负责人的手机号都是备案省份的号码吗？
    .hint = 看号码的归属地；有一个不是，就答“否”。
    .where = 拨打手机运营商的客服电话，可以问到号码归属地。

field-principal_is_legal_rep = 主体负责人即法定代表人
    .ask = 主体负责人（对备案负责的人）就是法定代表人吗？
    .hint = 法定代表人就是单位证件上写的那位。
    .where = 看单位证件上“法定代表人”或“负责人”一栏的姓名。

field-manager_is_principal = 网站负责人即主体负责人
    .ask = 网站负责人（管网站的人）就是主体负责人吗？
    .hint = 主体负责人对整个备案负责，两者可以是同一个人。
    .where = 问问单位里安排由谁管理网站。

field-manager_is_legal_rep = 网站负责人即法定代表人
    .ask = 网站负责人（管网站的人）就是法定代表人吗？
    .hint = 法定代表人就是单位证件上写的那位。
    .where = 看单位证件上“法定代表人”或“负责人”一栏的姓名。

field-manager_identity = 网站负责人身份
    .ask = 网站负责人（管网站的人）是哪里的居民？
    .hint = 这里问的是和主体负责人不同的那一位。
    .where = 看网站负责人用的是哪种身份证件。

field-manager_id_document = 网站负责人证件
    .ask = 网站负责人（管网站的人）用哪种证件？
    .hint = 这里问的是和主体负责人不同的那一位。
    .where = 看证件上印的名称。

field-manager_id_valid_days = 网站负责人证件有效天数
    .ask = 网站负责人的证件还有多少天到期？
    .hint = 也可以写到期日，例如 2030-05-01；长期有效就写 36500。
    .where = 身份证的有效期限印在有国徽的那一面。

field-manager_id_in_province = 网站负责人地址在本省
    .ask = 网站负责人证件上的地址在备案的省份吗？
    .hint = 看证件上印的地址，不看现在住在哪里。
    .where = 身份证的住址印在有照片的那一面。

field-manager_in_other_filings = 网站负责人另有备案
    .ask = 网站负责人（管网站的人）也出现在别家的备案里吗？
    .hint = “别家”指另外的单位或个人的备案，您自己的其他网站不算。
    .where = 问网站负责人本人最清楚。

field-legal_rep_identity = 法定代表人身份
    .ask = 法定代表人（单位证件上写的那位）是哪里的居民？
    .hint = 看法定代表人本人，不看单位注册在哪里。
    .where = 看法定代表人用的是哪种身份证件。

field-legal_rep_id_in_province = 法定代表人地址在本省
    .ask = 法定代表人证件上的地址在备案的省份吗？
    .hint = 看身份证件上印的地址，不看现在住在哪里。
    .where = 身份证的住址印在有照片的那一面。

## Domain

field-domain = 域名
    .ask = 您要备案的域名是什么？
    .hint = 例如 abc.com，不用写 http:// 和 www。
    .where = 登录买域名的网站，控制台的域名列表里就有。

field-domain_holder = 域名持有者
    .ask = 域名登记在谁的名下？
    .hint = 看实名认证时登记的持有者；个人备案，登记在您名下就选第一项。
    .where = 在域名注册商的控制台里可以看到域名持有者。

field-domain_valid_days = 域名剩余有效天数
    .ask = 域名还有多少天到期？
    .hint = 也可以直接写到期日，例如 2027-05-01。
    .where = 在域名注册商的控制台里可以看到到期日期。

field-domain_verified = 域名实名认证
    .ask = 域名做过实名认证（核实域名归谁）了吗？
    .hint = 实名认证：在注册商那里提交证件并通过审核。
    .where = 在域名注册商的控制台里可以看到实名认证状态。

field-domain_verified_days = 域名实名认证天数
    .ask = 域名实名认证通过多少天了？
    .hint = 也可以直接写通过的日期，例如 2026-05-01。
    .where = 在注册商的控制台，或当时收到的短信和邮件里查看。

field-domain_registrar = 域名注册商所在地
    .ask = 域名的注册商（卖域名的公司）在哪里？
    .hint = 看注册商是境内的还是境外的公司，不看您在哪里买。
    .where = 翻翻买域名的订单，或在域名查询网站上看“注册商”一栏。

field-domain_privacy = 域名隐私保护
    .ask = 域名开了隐私保护吗？
    .hint = 开了以后，别人查不到域名是谁的。
    .where = 在域名注册商的控制台里可以查看，也可以关闭。

field-domain_is_subdomain = 是否为子域名
    .ask = 您要用的是子域名吗？
    .hint = 例如 abc.com 是主域名，blog.abc.com 是它的子域名。
    .where = 看您买的是哪个域名：在它前面另加了一段，就是子域名。

field-apex_filed = 主域名已备案
    .ask = 子域名所属的主域名备案过了吗？
    .hint = 例如子域名是 blog.abc.com，主域名就是 abc.com。
    .where = 在 beian.miit.gov.cn 输入主域名就能查到。

field-domains_in_order = 本次备案域名数
    .ask = 这次要备案几个域名？
    .hint = 只写数字，例如 2。
    .where = 数一数这次准备填进备案申请的域名。

field-domains_total = 域名总数
    .ask = 已备案的加上这次的，您一共有几个域名？
    .hint = 只写数字，例如 5。
    .where = 已备案的域名可以在 beian.miit.gov.cn 查到，再加上这次的。

field-domain_prefixes = 域名前缀总数
    .ask = 您所有的域名（含这次的）一共有几种前缀？
    .hint = abc.com 和 abc.cn 算一种，abc.com 和 123.com 算两种。
    .where = 已备案的域名可以在 beian.miit.gov.cn 查到，再加上这次的来数。

field-prefixes_in_site = 同一网站的域名前缀数
    .ask = 这个网站的域名有几种前缀？
    .hint = abc.com 和 abc.cn 算一种，abc.com 和 123.com 算两种。
    .where = 数一数这个网站准备绑定的域名。

field-domains_lead_to_one_site = 域名指向同一网站
    .ask = 这几个域名打开的都是同一个网站吗？
    .hint = 有一个打开的是别的网站，就答“否”。
    .where = 问问做网站的人，这些域名是怎么设置的。

## Site

field-site_name = 网站名称
    .ask = 网站叫什么名字？
    .hint = 指备案时要填的网站名称，不是域名。
    .where = 还没定的话，先和单位里的人商量一个。

field-content = 网站内容
    .ask = 您的网站会提供下面哪些内容？
    .hint = 可以选多个；写编号的话用空格隔开，例如 1 3。
    .where = 看看网站准备放哪些栏目，或问问做网站的人。

field-approval_held = 已有的批文
    .ask = 哪些内容的批文（主管部门的许可）您已经拿到？
    .hint = 可以选多个，写编号并用空格隔开；没有就答“没有”。
    .where = 看看单位保管的许可证和批复文件。

field-approval_waived = 无需办理的批文
    .ask = 哪些内容，主管部门答复过不用办批文？
    .hint = 可以选多个，写编号并用空格隔开；没有就答“没有”。
    .where = 打电话问批复这类内容的主管部门。

field-commercial = 经营性许可
    .ask = 您的网站需要办经营性 ICP 许可证吗？
    .hint = 通过网站向用户提供收费信息或服务的，一般需要。
    .where = 不确定就问接入服务商的客服，或当地通信管理局。

field-site_online = 网站已开通
    .ask = 网站现在别人能打开吗？
    .hint = 用域名能打开并看到内容，就答“是”。
    .where = 用手机流量打开您的域名试一试。

field-sites_in_order = 本次备案网站数
    .ask = 这次要备案几个网站？
    .hint = 只写数字，例如 1。
    .where = 数一数这次准备填进备案申请的网站。

field-sites_total = 网站总数
    .ask = 已备案的加上这次的，您一共有几个网站？
    .hint = 只写数字，例如 3。
    .where = 已备案的网站可以在 beian.miit.gov.cn 查到，再加上这次的。

field-filed_sites_open = 已备案网站可访问
    .ask = 以前备案的网站都能打开，底部也都有备案号吗？
    .hint = 全都符合才答“是”；以前没备案过，也答“是”。
    .where = 逐个打开以前备案的网站，看看页面最下方。

field-filing_age_days = 备案号下发天数
    .ask = 备案号下发多少天了？
    .hint = 也可以直接写下发的日期，例如 2024-05-01；还没有备案号就写 0。
    .where = 在 beian.miit.gov.cn 查您的备案，结果里有审核通过日期。

## Server

field-server = 服务器产品
    .ask = 网站放在哪种服务器或产品上？
    .hint = 就是您买来放网站、备案时要选的那个产品。
    .where = 登录接入服务商的控制台，看您买了哪种产品。

field-server_mainland = 服务器在中国内地
    .ask = 服务器在中国内地吗？
    .hint = 香港、澳门、台湾和国外的都答“否”。
    .where = 在接入服务商控制台的服务器列表里看“地域”。

field-server_months = 服务器购买月数
    .ask = 服务器一共买了几个月？
    .hint = 写数字，例如 12；续费的时间也算在内。
    .where = 在接入服务商控制台的订单里可以看到购买时长。

field-server_billing = 服务器付费方式
    .ask = 服务器是怎么付费的？
    .hint = 看是先按月或按年付好，还是用多少付多少。
    .where = 在接入服务商控制台的服务器详情里看付费方式。

field-server_bandwidth = 服务器公网带宽
    .ask = 服务器买了公网带宽吗？
    .hint = 公网带宽：让互联网上的人能访问服务器的网络。
    .where = 在接入服务商控制台的服务器详情里看带宽一栏。

field-server_same_account = 服务器与备案同账号
    .ask = 服务器是用申请备案的这个账号买的吗？
    .hint = 两个账号不一样，就答“否”。
    .where = 登录备案用的账号，看控制台里有没有这台服务器。

field-server_order_yuan = 服务器订单金额
    .ask = 购买时的订单金额是多少元？
    .hint = 只写数字，例如 99。
    .where = 在接入服务商控制台的订单或费用页面可以看到。

field-server_change = 更换服务器
    .ask = 已备案的网站要换服务器吗？
    .hint = 服务商指提供服务器的公司。
    .where = 对比原来的服务器和新服务器是在哪家买的。

field-edge_products = 其他云产品
    .ask = 您还用了下面哪些产品？
    .hint = 可以选多个，写编号并用空格隔开；都没用就答“没有”。
    .where = 登录接入服务商的控制台，看您开通了哪些产品。

field-account_site = 账号所属站点
    .ask = 您的账号是在服务商的哪个站点注册的？
    .hint = 例如阿里云：aliyun.com 是中国站，alibabacloud.com 是国际站。
    .where = 看看您登录控制台时用的是哪个网址。

## Changes and access

field-name_change = 单位名称变更
    .ask = 单位名称变过吗？
    .hint = 有关联：改名前后还是同一家；无关联：换成了另一家。
    .where = 看营业执照，或在企业信用信息公示系统里查变更记录。

field-number_changed = 证件号码变更
    .ask = 证件号码和原来备案的相比变了吗？
    .hint = 例如旧的注册号换成了统一社会信用代码。
    .where = 对比现在的证件和当时备案用的证件上的号码。

field-change_to = 变更后的性质
    .ask = 变更以后，备案归谁？
    .hint = 看变更后网站归个人还是归单位。
    .where = 看变更后要用的是个人证件还是单位证件。

field-individual_is_legal_rep_of_unit = 原个人是新单位法定代表人
    .ask = 原来备案的个人是新单位的法定代表人吗？
    .hint = 法定代表人就是单位证件上写的那位。
    .where = 看单位证件上“法定代表人”一栏的姓名。

field-original_name_matches = 名称与原备案一致
    .ask = 现在的名称和原来备案的名称一样吗？
    .hint = 单位看单位名称，个人看姓名；差一个字也答“否”。
    .where = 在 beian.miit.gov.cn 查您的备案，看主办单位名称。

field-original_number_matches = 证件号与原备案一致
    .ask = 现在的证件号码和原来备案的一样吗？
    .hint = 单位看单位证件，个人看身份证件。
    .where = 登录原来备案的服务商控制台，看备案里的证件号码。

field-original_people_match = 负责人与原备案一致
    .ask = 现在的负责人和原来备案的是同样的人吗？
    .hint = 主体负责人和网站负责人都没换，才答“是”。
    .where = 登录原来备案的服务商控制台，看备案里的负责人。

field-original_access_cancelled = 原接入已取消
    .ask = 原来的服务商取消接入（不再为网站提供接入）了吗？
    .hint = 原来的服务商还在为这个网站提供服务，就答“否”。
    .where = 问原来那家接入服务商的客服。

field-subject_at_provider = 主体已在该服务商
    .ask = 您现在选的接入服务商那里有您的主体备案信息吗？
    .hint = 主体备案信息：您本人或单位的备案资料。
    .where = 登录接入服务商的备案控制台，看有没有您的主体信息。

## What is ready

field-held = 已有材料
    .ask = 哪些材料和批文您已经准备好了？
    .hint = 可以选多个，写编号并用空格隔开；没有就答“没有”。
    .where = 对照清单，看看手边和单位里保管的文件。
