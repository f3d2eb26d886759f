# The words of rules that many provinces or products share (`rules/patterns.toml`). A key of the rule's own stands above these.

## People

rule-principal-is-legal-rep = 主体负责人是法定代表人
    .text = 在{ $province }备案，主体负责人必须填写单位的法定代表人。
rule-principal-letter = 主体负责人的授权委托书
    .text = 主体负责人不是法定代表人时，需要提供法定代表人给主体负责人的授权委托书。
rule-manager-is-legal-rep = 网站负责人是法定代表人
    .text = 在{ $province }备案，网站负责人要填单位的法定代表人。不是的话，要有法定代表人的授权委托书。
rule-manager-letter = 网站负责人的授权委托书
    .text = 网站负责人不是法定代表人时，需要提供法定代表人给网站负责人的授权委托书。
rule-principal-is-not-manager = 两位负责人不是同一人
    .text = 在{ $province }，主体负责人和网站负责人不能由同一个人担任，请填写两个人。
rule-manager-only-here = 网站负责人只属于一个主体
    .text = 在{ $province }，一位网站负责人只能用于一个主体，不能同时出现在其他主体的备案里。
rule-phone-in-province = 手机号归属地为{ $province }
    .text = 负责人手机号码的归属地必须是{ $province }。
rule-landline = 座机是当地的真实号码
    .text = 填写的座机必须是当地的真实号码，区号要与通信地址所在地区一致。
rule-minimum-age = 年满 { $years } 周岁
    .text = 在{ $province }，负责人未满 { $years } 周岁不能备案。
rule-employment-proof = 就业证明（未满 { $years } 周岁）
    .text = 负责人未满 { $years } 周岁时，需要在备案系统中上传就业证明。个人备案时，负责人就是您本人。

## Identity documents

rule-individual-id = 您本人的身份证件
    .text = 请上传您本人有效身份证件原件的电子件，例如身份证的彩色照片。
rule-principal-id = 主体负责人的身份证件
    .text = 请上传主体负责人有效身份证件原件的电子件，例如身份证的彩色照片。
rule-manager-id = 网站负责人的身份证件
    .text = 请上传网站负责人有效身份证件原件的电子件，例如身份证的彩色照片。
rule-id-valid = 身份证剩余有效期超过 { $days } 天
    .text = 主体负责人用身份证备案时，身份证的剩余有效期必须超过 { $days } 天。
rule-manager-id-valid = 网站负责人身份证剩余超过 { $days } 天
    .text = 网站负责人用身份证备案时，身份证的剩余有效期必须超过 { $days } 天。
rule-resident-id-only = 只能用身份证备案
    .text = 在{ $province }，中国公民备案时，证件类型只能是身份证。
rule-id-in-province = 证件住址在{ $province }
    .text = 在{ $province }做个人备案，证件上的住址要在{ $province }。不在的话，要上传居住证。
rule-residence-permit = { $province }的居住证
    .text = 证件上的住址不在{ $province }时，需要上传{ $province }的居住证，例如原件的彩色照片。
rule-photo-with-id = 手持个人证件的照片
    .text = 请您本人手持个人证件拍一张照片并上传，例如手持身份证。
rule-photo-with-unit-document = 手持单位证件的照片
    .text = 请网站负责人手持单位证件拍一张照片并上传，例如手持营业执照。

## The organisation's document

rule-unit-document = 主办单位证件
    .text = 请上传主办单位有效证件原件的电子件，例如企业营业执照的彩色照片。
rule-licence = 单位证件的种类符合要求
    .text = 在{ $province }，企业备案要用的单位证件：{ $documents }。

## Domain

rule-domain-holder = 域名持有者符合要求
    .text = 域名要登记在{ $holders }名下，名称要一致。
rule-domain-valid = 域名剩余有效期超过 { $days } 天
    .text = 域名距离到期必须超过 { $days } 天。不够的话，请先续费再备案。
rule-domain-privacy-off = 关闭域名隐私保护
    .text = 域名如果开启了隐私保护，备案期间必须关闭。
rule-domain-check = 域名要经过核验
    .text = 2018 年 1 月 1 日起提交到{ $province }的网站备案申请，都要核验所备案的域名。
rule-different-prefixes = 不同前缀的域名分开备案
    .text = 前缀不同的域名要按不同的网站分别备案。例如 abc.com 和 123.com，前缀就不同。
rule-one-site-remark = 备注“域名指向同一网站”
    .text = 前缀不同的几个域名如果都打开同一个网站，请在网站备注中写上“域名指向同一网站”。
rule-huayuan-address = “华苑”地址选哪个区
    .text = 通信地址在“华苑”地区的，按所在环线选择区：环内选南开区，环外选西青区。

## Site

rule-site-name-rules = 网站名称有命名要求
    .text = 给网站起名前，请先看阿里云备案帮助文档：单位看“单位网站命名要求”，个人看“个人网站命名要求”。
rule-filed-sites-open = 已备案的网站能打开
    .text = 您已有备案号的域名必须都能访问，网页底部要标出备案号，而且与实际的备案号一致。
rule-filed-sites-linked = 备案号链接到工信部首页
    .text = 您名下已备案的网站要能正常打开，网页底部写明备案号，并链接到工业和信息化部首页。
rule-not-open-before = 备案成功前不开通网站
    .text = 在{ $province }，备案办好之前网站不能开通访问。请先关闭，等备案成功再打开。
rule-one-homepage-url = 只填一个首页网址
    .text = 在{ $province }，网站的首页 URL 只能填一个。
rule-purpose-remark = 网站备注：写明网站内容
    .text = 请在网站备注中写明网站开通后主要做什么。
rule-sms-verification = 按短信完成验证
    .text = 申请提交管局后，备案负责人会收到工信部的短信，请按短信的要求完成验证。
rule-sms-by-original-manager = 原网站负责人短信验证
    .text = 接入备案通过初审后，要由原备案中的网站负责人完成短信验证，申请才会进入管局审核。
rule-verification-sheet = 真实性核验单
    .text = 《网站备案信息真实性核验单》由备案系统提供。请在上传资料时下载，再上传它的照片或扫描件。
rule-sheet-signature = 网站负责人在核验单上签名
    .text = 请网站负责人在核验单最下方的签字处签名。
rule-sheet-lists-domains = 核验单写全域名
    .text = 网站域名列表里的域名，必须一个不漏地写在核验单上。

## Change

rule-unit-stays-unit = 单位备案不能变更为个人备案
    .text = 在{ $province }，单位的备案不能变更成个人备案。
rule-individual-stays-as-is = 个人备案不能换人或变单位
    .text = 在{ $province }，个人备案既不能变更给其他个人，也不能变更给单位。
rule-individual-to-own-unit = 个人只能变更为自己的单位
    .text = 在{ $province }，个人备案不能变更给其他个人。如果您是某单位的法定代表人，可以变更为该单位的备案。
rule-free-change = 备案可变更给单位或个人
    .text = 在{ $province }，备案可以变更给其他单位或个人。
rule-name-change-unrelated = 前后企业无关联：注销重办
    .text = 改名前后的企业没有关联时，开不出变更证明，也不能直接变更备案。请先注销原备案，再重新申请。
rule-name-change-proof = 单位名称变更证明
    .text = 改名前后的企业有关联时，请提供工商部门开具的变更证明。
rule-name-change-proof-nationwide = 企业名称变更证明
    .text = 企业改过名称的，备案时要有对应省份工商行政部门出具的变更证明。
rule-name-change-proof-kinds = 用哪一种变更证明
    .text = 企业要向工商部门申请工商变更证明。政府机关、事业单位等用上级部门开具的函。
rule-name-and-number-proof = 名称和证件号码的变更证明
    .text = 单位名称和证件号码同时变更的，名称和号码这两项变更都要有证明。
rule-number-change-free = 证件号码变更不用证明
    .text = 在{ $province }，因证件号码变了而变更备案时，不用提供变更资料。

## Access

rule-access-name-matches = 主办单位名称与原备案一致
    .text = 接入备案时，主办单位名称要与工信部备案信息中的一致。不一致的，凭工商部门的变更证明才能接入。
rule-access-name-proof = 名称变更证明（接入备案）
    .text = 主办单位名称与原备案不一致的，凭工商部门开具的变更证明才能接入。提供不了，就要注销备案后重新申请。
rule-access-data-matches = 名称和证件号码与原备案一致
    .text = 接入备案时，主办单位名称（个人备案为您的姓名）和证件号码都必须与工信部备案信息一致。
rule-access-change-first = 先在原接入服务商处变更
    .text = 名称（个人为姓名）或证件号码与原备案不一致时，请先到原接入服务商办理变更备案，或者注销备案后重新申请。
rule-access-rest-later = 其余信息接入后再变更
    .text = 其余信息只要符合{ $province }管局现在的规则，就可以先接入，接入成功后再变更。

## Providers

rule-server-months = { $server }：至少买 { $months } 个月
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。
rule-server-subscription = { $server }：包年包月
    .text = { $server }：必须以包年包月方式购买，按量付费的不符合备案要求。
rule-server-bandwidth = { $server }：购买公网带宽
    .text = { $server }：必须购买公网带宽，才能用来备案。
rule-server-order = { $server }：订单满 { $yuan } 元
    .text = { $server }：订单金额至少 { $yuan } 元，才能用来备案。
rule-server-in-mainland = 服务器在中国内地
    .text = 备案用的服务器必须位于您的接入服务商在中国内地的节点。
rule-service-numbers = { $server }：每个最多 { $sites } 个网站
    .text = { $server }：每个最多可申请 { $sites } 个备案服务号，每备案一个网站用掉一个。

## Pre-approval

rule-approval = 前置审批：{ $category }
    .text = 涉及{ $category }的网站，备案前要先取得前置审批文件。批复单位说无需办理的，请按审核意见提供备注信息或说明书。
rule-approval-cancelled = 无需前置审批：{ $category }
    .text = 您的网站涉及{ $category }。这一类的前置审批已在全国范围内取消，不用办理。
rule-approval-option = 前置审批专项选“{ $option }”
    .text = 网站内容涉及{ $category }时，请在“前置审批专项”中选择“{ $option }”。

## People and documents, more

rule-id-in-province-only = 证件住址必须在{ $province }
    .text = 在{ $province }做个人备案，您证件上的住址必须在{ $province }。不在的话，不能在{ $province }做个人备案。
rule-unit-in-province = 单位在{ $province }
    .text = 在{ $province }备案，主办单位必须在{ $province }，以单位证件上的地址为准。不在的话，不能在{ $province }备案。
rule-no-foreigners = 不受理外籍人士备案
    .text = 在{ $province }，主体负责人是外籍人士的，不能备案。
rule-no-temporary-id = 不能用临时身份证
    .text = 在{ $province }，临时身份证不能用来备案。
rule-guardian-id = 监护人身份证件（未满 { $years } 周岁）
    .text = 您未满 { $years } 周岁时，在{ $province }备案需要提供监护人的身份证件。
rule-employment-or-income-proof = 就业或收入证明（未满 { $years } 周岁）
    .text = 负责人未满 { $years } 周岁时，需要提供劳动就业证明或收入证明。单位的法定代表人不用提供。个人备案时，负责人就是您本人。
rule-establishment-proof = 编办证明
    .text = 政府机关和事业单位在{ $province }备案，需要提供编办证明，由上级部门颁发。
rule-file-as-individual = 没有字号的按个人备案
    .text = 在{ $province }，没有字号的个体工商户请按个人性质备案。

## Domain and content, more

rule-domain-registered-here = 域名在中国内地注册
    .text = 域名要在中国内地注册，{ $province }不接受在境外注册的域名。
rule-domain-certificate = 域名证书
    .text = 在{ $province }备案，请提供这次备案的域名的域名证书。
rule-no-blog = 个人网站不能做博客
    .text = 在{ $province }，个人备案的网站不能以博客为内容，也就是服务内容里的“博客/个人空间”。
rule-blog-approval = 前置审批：博客
    .text = 在{ $province }，内容为博客（“博客/个人空间”）的网站，要先经有关部门前置审批，取得审批文件。

## The verification sheet, more

rule-sheet-seal = 核验单上盖单位公章
    .text = 请在《网站备案信息真实性核验单》上盖好单位的公章。
rule-in-person-check = 到核验点当面核验
    .text = 在{ $province }备案，需要去核验点当面核验。
rule-sheet-again = 改信息要重新交核验单
    .text = 在{ $province }，不管修改哪一项备案信息，都要重新提供真实性核验单。
rule-sheet-typed = 核验单可以打印填写
    .text = 真实性核验单上的内容可以用机器打印，签字和盖章仍要按要求完成。
rule-subject-change-papers = 变更主体信息的资料
    .text = 在{ $province }变更主体信息，要提供：核验单原件两份，网站负责人在统一背景前的当面核验照片，主体和网站负责人的有效证件复印件。

## Access, more

rule-access-free = 符合现行规则就能接入
    .text = 接入备案的信息只要符合{ $province }管局现在的规则就可以。需要变更的，可以等接入成功后再办。
rule-access-name-strict = 主办单位名称与原备案一致
    .text = 接入备案时，主办单位名称必须与工信部备案信息中的一致。
rule-access-name-change-first = 名称不一致：先变更或注销
    .text = 主办单位名称与原备案不一致时，请先到原接入服务商办理变更备案，或者注销备案后重新申请。
rule-access-people-match = 负责人与原备案一致
    .text = 接入备案时，主体负责人和网站负责人必须与原备案信息中的一致。
rule-access-people-change-first = 负责人不一致：先变更
    .text = 负责人与原备案信息不一致时，请先到原接入服务商办理变更备案，再来接入。
rule-access-all-matches = 接入信息与原备案一致
    .text = 接入备案时，您填写的信息必须与工信部备案信息一致，包括名称（个人为姓名）、证件号码和负责人。
rule-access-all-change-first = 信息不一致：先变更或注销
    .text = 接入备案的信息与原备案不一致时，请先到原接入服务商办理变更备案，或者注销备案后重新申请。

## Stages

rule-authority-takes = { $province }管局：约 { $working_days_at_least } 到 { $working_days_at_most } 个工作日
    .text = 按腾讯云 2021 年 11 月的预计，{ $province }管局要 { $working_days_at_least } 到 { $working_days_at_most } 个工作日。这是几年前的数字，只供您估计时间；现在要多久，可以问服务商。
