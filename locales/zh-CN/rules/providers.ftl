# Texts of the rules of the access providers (rules/providers/aliyun.toml and tencent.toml).

## Alibaba Cloud: account

rule-aliyun-one-account-one-filer = 一个账号对应一个主体
    .text = 每个阿里云账号只对应一个主体（单位或个人），这个主体可以有多个网站。要备案几个主体，就用几个不同的账号。
rule-aliyun-china-account-advised = 建议注册中国站账号
    .text = 建议您注册阿里云中国站账号，电脑和阿里云 App 上都能申请，管理起来也方便。备案平台只有中文界面。
rule-aliyun-china-account-channels = 中国站账号：电脑、App 都行
    .text = 中国站账号可以在电脑或阿里云 App 上申请。在电脑上申请的，到上传资料时，请用 App 登录账号，扫描页面上的二维码再上传。
rule-aliyun-international-account-web-only = 国际站账号只能用电脑申请
    .text = 国际站账号只能在电脑上申请备案。到上传资料时，请下载阿里云 App，登录账号后扫描页面上的二维码再上传。
rule-aliyun-notifications = 设置备案通知的接收人
    .text = 备案的进度、结果和核查通知会发给指定的人。请在申请前设置好接收人和接收方式，以免错过消息、影响备案。

## Alibaba Cloud: server

rule-aliyun-server-kind = 用支持备案的阿里云服务器
    .text = 只有指定类型的阿里云服务器（如 ECS、云虚拟主机、轻量应用服务器）能提供备案服务号，而且购买时长要符合要求。
rule-aliyun-self-hosted = 自建服务器找网络提供商备案
    .text = 网站放在自己的服务器或机房里的，请联系您的网络提供商备案，如联通、电信。
rule-aliyun-other-providers-server = 到服务器提供商处备案
    .text = 服务器是别家提供的，要在那家的备案平台提交申请。备案服务号也请向那家申请。
rule-aliyun-ecs-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-aliyun-virtual-host-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-aliyun-lightweight-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-aliyun-elastic-web-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-aliyun-ens-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-aliyun-iot-package-order = { $server }：单笔订单满 { $yuan } 元
    .text = { $server }：单笔订单金额至少 { $yuan } 元，才能用来备案。
rule-aliyun-marketplace-months = { $server }：首次至少买 { $months } 个月
    .text = { $server }：第一次购买的时长至少 { $months } 个月，才能用来备案。
rule-aliyun-elastic-web-numbers = 全账号共 { $sites } 个备案服务号
    .text = 弹性 Web 托管按账号计算：一个阿里云账号下的所有实例加起来，最多申请 { $sites } 个备案服务号，每个网站用掉一个。
rule-aliyun-elastic-web-discontinued = 弹性 Web 托管已下线
    .text = 弹性 Web 托管已在 2019 年 12 月下线。之前买好的实例可以照常备案，以后建议您改买云虚拟主机。
rule-aliyun-marketplace-ask-first = 购买前确认服务器在内地
    .text = 购买云市场的建站产品前，请看清产品介绍，确认服务器在中国内地，否则之后无法完成备案。拿不准的，先问客服。
rule-aliyun-renew-first = 剩余时长不够，先续费
    .text = 用来备案的 ECS 或弹性 Web 托管实例，包年包月的剩余时长达不到备案要求的，请先续费。
rule-aliyun-numbers-do-not-grow = 续费不会增加备案服务号
    .text = 一台服务器能有几个备案服务号是定好的，续费也不会变多，用完了要另买服务器。备案成功就用掉一个，以后注销网站或取消接入，也不能再给别的网站用。
rule-aliyun-keep-server-paid = 服务器到期前记得续费
    .text = 服务器到期没续费就不能用，网站没有访问记录，可能被认定为空壳网站；不及时处理，备案会被取消接入。建议您定期查看到期时间。
rule-aliyun-same-account = 同一账号：直接选服务器
    .text = 买服务器和申请备案用同一个阿里云账号的，备案时直接选服务器即可，不用手动申请备案服务号，可备案的网站数量也不变。
rule-aliyun-service-number-first = 先申请备案服务号
    .text = 买服务器的账号与备案账号不同时，建议先用买服务器的账号登录备案控制台，在服务器旁点“申请”并确认。备案到产品验证时，手动填写这个号。没有“申请”按钮，说明服务器不符合要求。

## Alibaba Cloud: subdomain, other products, a move

rule-aliyun-subdomain-access = 主域名接入阿里云
    .text = 主域名有备案号，但不是在阿里云办的，请把它的备案信息接入阿里云。一个主域名可以有多家接入服务商。
rule-aliyun-oss = OSS：自定义域名已备案
    .text = 把自定义域名绑定到 OSS 的 endpoint 时，这个域名要在工信部有备案号。备案信息不一定要接入阿里云。
rule-aliyun-cdn = CDN：域名已备案
    .text = 网站放在中国内地的服务器上，用阿里云 CDN 做内地或全球加速时，域名要在工信部有备案号。备案信息不一定要接入阿里云。
rule-aliyun-waf = WAF：域名已备案
    .text = 网站放在中国内地的服务器上，用阿里云 WAF 防护时，域名要在工信部有备案号。备案信息不一定要接入阿里云。
rule-aliyun-anti-ddos = 高防 IP：域名已备案
    .text = 网站放在中国内地的服务器上，用阿里云高防 IP 抵御 DDoS 攻击时，域名要在工信部有备案号。备案信息不一定要接入阿里云。
rule-aliyun-move-within = 换阿里云服务器不用再备案
    .text = 网站已经通过阿里云备案、不涉及经营性备案的，换到阿里云的另一台服务器时，只要修改域名解析，指向新服务器即可。
rule-aliyun-move-within-commercial = 经营性网站变更备案 IP
    .text = 需要经营性备案的网站，如果所在省份要求备案 IP 与实际 IP 一致，请在阿里云备案系统做变更备案。公安联网备案和经营性备案要不要改，请问当地部门。
rule-aliyun-move-in = 更换服务商要接入备案
    .text = 已在别家备案成功，网站换到阿里云服务器（或子域名指向阿里云服务器）的，要在阿里云做接入备案。从阿里云换到别家的，要接入新服务商，办法请问对方。

## Alibaba Cloud: materials

rule-aliyun-upload-in-app = 用阿里云 App 拍摄原件上传
    .text = 请用最新版阿里云 App 拍摄证件和资料的原件并上传，部分资料要同时做人脸识别。不要翻拍手机或电脑里存的证件照片，那样会导致审核失败。
rule-aliyun-elsewhere-by-themselves = 人或证件在外地：本人在当地操作
    .text = 负责人或证件在外地，没法刷脸或拍摄原件的，可以由负责人本人在当地操作。
rule-aliyun-picture-format = 图片的格式和大小
    .text = 用 JPG、JPEG、PNG 或 GIF，每张 200 KB 到 4 MB，清晰完整；主体负责人证件正反面按 1:1。没有上传入口的辅助资料，与主体证件拼成一张图。传不上去，就更新 App 或换个网络。
rule-aliyun-documents-in-validity = 证件在有效期内
    .text = 您上传的证件必须还在有效期内。
rule-aliyun-manager-documents-in-validity = 网站负责人证件在有效期内
    .text = 您上传的网站负责人证件必须还在有效期内。
rule-aliyun-face-check = 人脸核验或幕布拍照
    .text = 初审通过后，网站负责人要核验身份：用阿里云 App 做人脸识别，或上传幕布照片。上传资料时可以先跳过这一步。
rule-aliyun-upload-once = 身份证件只需上传一次
    .text = 个人备案时，主体负责人、网站负责人和主办单位的证件都是您本人的身份证件，在系统里上传一次即可。

## Tencent Cloud: server and sheet

rule-tencent-server-kind = 用支持备案的腾讯云服务器
    .text = 通过腾讯云备案，要先买腾讯云中国内地地域的服务器。支持备案的有云服务器 CVM 和建站主机。
rule-tencent-cvm-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-tencent-site-builder-months = { $server }：至少 { $months } 个月（含续费）
    .text = { $server }：购买时长至少 { $months } 个月，才能用来备案。续费的时间也算。
rule-tencent-promise = 网站备案承诺书
    .text = 用小程序备案的，只要提供《网站备案承诺书》，不用真实性核验单。承诺书会在备案过程中由系统生成。

## Tencent Cloud: the five steps

rule-tencent-sites-per-order = 每个订单最多 { $sites } 个网站
    .text = 一个备案订单最多提交 { $sites } 个网站，每个网站最多 10 个域名。填完一个网站，点“继续添加网站”再填下一个。
rule-tencent-step-verify = 验证备案信息
    .text = 登录腾讯云备案控制台，点“开始备案”，填写主办者性质、证件和域名。备案云服务可选云服务器、建站主机，或关联账号申请的备案授权码。系统会验证是不是首次备案。
rule-tencent-individual-step-filer = 填写主体信息
    .text = 姓名和证件住址要与证件一字不差。通信地址填真实准确的地址，可以是您的住址，写到门牌号。备注按页面提示填写。
rule-tencent-unit-step-filer = 填写主体和负责人信息
    .text = 单位名称和证件住址要与证件一字不差；投资人或主管单位要真实；通信地址要真实准确，可填办公地址。负责人填真实姓名、证件类型和号码，部分管局要求必须是法定代表人。
rule-tencent-step-sites = 填写网站信息
    .text = 按页面提示填写网站名称、服务内容和网站负责人，服务内容照实选择。选“其他”的，要在网站备注里写明开办后的具体内容。
rule-tencent-individual-step-upload = 上传您的证件
    .text = 只需按控制台提示，上传主体负责人证件的正反面照片或扫描件。
rule-tencent-unit-step-upload = 上传单位和负责人的证件
    .text = 按控制台提示，上传主办单位证件的正反面，以及主体负责人和网站负责人证件的正反面，照片或扫描件都可以，要清晰。正反面在同一张图上的，上传那一张即可。
rule-tencent-sheet-by-individual = 签署并上传核验单
    .text = 先下载《网站备案信息真实性核验单》，打印一份，按当地要求签字，再拍照或扫描上传，建议用扫描件。其他地方不用填写或勾选。
rule-tencent-sheet-by-unit = 签字盖章并上传核验单
    .text = 先下载《网站备案信息真实性核验单》，打印一份，按当地要求签字，盖企业公章，日期空着不填，再扫描或拍照上传，建议用扫描件。其他地方不用填写或勾选。
rule-tencent-individual-photo-with-document = 手持证件的照片（腾讯云）
    .text = 请按页面提示，上传网站负责人（默认就是您本人）手持主办单位证件的照片。
rule-tencent-unit-photo-with-document = 手持单位证件的照片（腾讯云）
    .text = 请按页面提示，上传网站负责人手持主办单位证件的照片。
rule-tencent-step-submit = 确认信息，提交初审
    .text = 核对备案信息无误后，阅读并勾选同意两份条款，再点“提交备案信息”。腾讯云会在 1 个工作日内用邮件和电话告诉您初审结果。
rule-tencent-step-photo = 办理拍照
    .text = 初审通过后，网站负责人要拍照核验。可带身份证件和订单号去免费拍照点；也可申请幕布自己拍（每个账号免费寄一次），站在中间，五官和“腾讯云”字样要清楚，传不超过 2 MB 的 jpg。
rule-tencent-step-second-review = 等待复审
    .text = 传好幕布照片后，腾讯云会在 1 个工作日内发来复审结果。通过的话，腾讯云会把您的备案提交给当地管局终审。
rule-tencent-step-authority = 等待管局终审
    .text = 复审通过后，腾讯云把资料交给当地管局做最终审核，结果用短信和邮件通知您。已备案的主体和网站信息，可在备案控制台查看。

## Tencent Cloud: what comes next

rule-tencent-first-review-passed = 初审已通过：尽快拍照
    .text = 请尽快登录腾讯云备案控制台办理拍照，完成网站负责人的核验。
rule-tencent-first-review-failed = 初审未通过：修改后再提交
    .text = 请按系统给出的建议修改备案信息，再提交一次。
rule-tencent-second-review-failed = 复审未通过：重新提交照片
    .text = 请按给出的修改建议，重新提交一张符合要求的照片。

## Tencent Cloud: good to know

rule-tencent-progress-by-mini-program = 用小程序查看进度
    .text = 关注“腾讯云助手”小程序，可以收到备案提醒，随时查看进度。
rule-tencent-fill-in-reachable = 手机和邮箱要能联系到人
    .text = 手机号要真实有效、能找到负责人，审核人员可能来电核实，请保持畅通。邮箱要能正常收信。备案进程和通知都会发到您填的手机和邮箱。
rule-tencent-manager-is-filer = 网站负责人不用重复填写
    .text = 个人备案时，网站负责人默认就是主体负责人，不用再填一遍。
rule-tencent-manager-document = 网站负责人证件类型在四种之内
    .text = 网站负责人的证件类型可以是身份证、台胞证、护照或军官证，证件号码按所选类型填写。

rule-aliyun-account = 准备阿里云账号
    .text = 在阿里云的备案系统里申请、修改和注销备案，都要先有阿里云账号，建议提前规划好用哪一个。
rule-aliyun-separate-accounts = 服务器和备案可分开管理
    .text = 服务器和备案由不同的人管时，建议一个账号专门买服务器，另一个账号专门办备案。
rule-aliyun-shop-account = 旺铺和企业官网的账号
    .text = 阿里巴巴旺铺和企业官网，用阿里云中国站或国际站的账号都可以在电脑上办备案。
rule-aliyun-message-recipients = 备案通知最多 { $recipients } 人接收
    .text = 审核结果会用邮件和站内信通知。接收人最多 { $recipients } 个；新加的联系人要在邮件里点链接验证，改过信息的要重新验证。
rule-aliyun-domain-from-elsewhere = 别处注册的域名也能备案
    .text = 域名不在阿里云注册也没关系：只要网站放在阿里云中国内地的服务器上，就可以在阿里云备案。
rule-aliyun-service-number-states = 备案服务号的三种状态
    .text = 每个网站要用一个备案服务号，它把网站和服务器连在一起。“已绑定”可以用来申请，“备案中”正在用，“已备案”已经用掉，新网站要用另一个。
rule-aliyun-mend-approval-data = 审批信息填错了怎么改
    .text = 还没提交初审：在电脑端的网站信息页面改。已经提交：等审核人员驳回后，再到同一页面改。
rule-aliyun-finance-is-watched = 金融类网站会被抽查
    .text = 阿里云会不定期核查金融类网站，发现违规从事金融活动的，备案号会被直接注销。
rule-tencent-electronic-only = 证件只要电子版
    .text = 证件交扫描件或照片即可，不用寄原件。
rule-tencent-step-manager = 填写网站负责人
    .text = 按真实情况填写网站负责人；和主体负责人是同一个人时，勾选“同主体负责人”就行。

## Stages

rule-tencent-face-check = 人脸核验还没做的，尽快做
    .text = 现在不用幕布，也不用去拍照点了：网站负责人本人用腾讯云的微信小程序录一段核验视频。背景用白色，别戴帽子和耳机。（依据腾讯云 2021 年 11 月的说明，如今请以页面提示为准）
rule-tencent-first-review-lasts = 腾讯云初审：{ $working_days_at_least } 到 { $working_days_at_most } 个工作日
    .text = 现在由腾讯云审核您的资料，一般 { $working_days_at_least } 到 { $working_days_at_most } 个工作日出结果，周末和节假日不算。（依据 2021 年 11 月的说明）
rule-tencent-first-review-lasts-older = 腾讯云初审：{ $working_days_at_most } 个工作日（旧）
    .text = 约 2019 年的说明里，初审结果会在 { $working_days_at_most } 个工作日内用邮件和电话告诉您。
rule-tencent-second-review-lasts = 核验后的审核：{ $working_days_at_least } 到 { $working_days_at_most } 个工作日
    .text = 您的核验资料由腾讯云审核，一般 { $working_days_at_least } 到 { $working_days_at_most } 个工作日出结果，通过后就交给管局。（依据 2021 年 11 月的说明）
rule-tencent-second-review-lasts-older = 腾讯云复审：{ $working_days_at_most } 个工作日（旧）
    .text = 约 2019 年的说明里，上传幕布照片后，复审结果会在 { $working_days_at_most } 个工作日内发来。
rule-tencent-review-call = 留意腾讯云的来电
    .text = 初审时腾讯云会打电话核实信息，{ $missed_calls } 次没接到，订单就可能被退回。这几天请保持电话畅通。（依据 2021 年 11 月的说明）
rule-tencent-step-valid = 这一步要在 { $days } 天内办完
    .text = 腾讯云的备案订单，每一步的有效期是 { $days } 天，请在这之内办完，早些办更安心。（依据 2021 年 11 月的说明）
rule-tencent-returned-order-valid = 退回的订单保留 { $days } 天
    .text = 订单被退回后有效期是 { $days } 天，请在这之内改好，再提交一次。（依据腾讯云 2021 年 11 月的说明）
rule-tencent-server-time-back = 备案花的时间可以补回
    .text = 备案占用的服务器时间，腾讯云会补给您，最多 { $days } 天。怎么领取，请看控制台的活动页面。（依据 2021 年 11 月的说明）
rule-tencent-opens-later = 打不开？等 { $minutes_at_most } 分钟
    .text = 备案刚通过时，网站一般过 { $minutes_at_least } 到 { $minutes_at_most } 分钟就能打开。还不行，请联系腾讯云客服。（依据 2021 年 11 月的说明）
rule-aliyun-first-review-lasts = 阿里云初审：{ $working_days_at_least } 到 { $working_days_at_most } 个工作日
    .text = 现在由阿里云审核您的资料和核验照片，一般 { $working_days_at_least } 到 { $working_days_at_most } 个工作日出结果，周末和节假日不算。
rule-aliyun-face-check-in-app = 人脸核验还没做的，尽快做
    .text = 2019 年 7 月起，阿里云改用 App 做人脸核验，不再用幕布拍照。还没做的，请网站负责人本人打开阿里云 App 完成。
rule-aliyun-resubmit = 按意见修改，再提交一次
    .text = 别着急，被退回很常见。请登录备案系统查看审核意见，在原来的页面把信息改对、资料补齐，再提交一次。
rule-aliyun-server-time-back = 备案花的时间可以补回
    .text = 备案占用的服务器时间，阿里云会补给您，最多 { $days } 天。怎么领取，请看控制台的活动页面。
