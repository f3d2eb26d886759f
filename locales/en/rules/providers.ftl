# Texts of the rules of the access providers (rules/providers/aliyun.toml and tencent.toml).

## Alibaba Cloud: account

rule-aliyun-one-account-one-filer = One account, one filer
    .text = Each Alibaba Cloud account can file only one filer (主体), an organisation or a person, but that filer may have several websites. To file more filers, use a different account for each.
rule-aliyun-china-account-advised = An account on the China site is advised
    .text = We suggest you register an account on Alibaba Cloud's China site (中国站): it lets you apply on a computer or in the Alibaba Cloud app, and is easier to manage. The filing platform is in Chinese only.
rule-aliyun-china-account-channels = China site account: computer or app
    .text = With a China site account (中国站) you can apply on a computer or in the Alibaba Cloud app. If you apply on a computer, sign in to the app when it is time to upload, scan the QR code on the page and upload there.
rule-aliyun-international-account-web-only = International account: computer only
    .text = With an international site account (国际站) you can apply on a computer only. When it is time to upload, download the Alibaba Cloud app, sign in, scan the QR code on the page and upload there.
rule-aliyun-notifications = Set who receives filing notices
    .text = News of your filing's progress, results and checks goes to the people you name. Set the recipients and channels before you apply, so that you miss nothing that affects your filing.

## Alibaba Cloud: server

rule-aliyun-server-kind = An Alibaba Cloud server type that supports filing
    .text = Only certain types of Alibaba Cloud servers (such as ECS, virtual hosts or lightweight application servers) give you a filing service number (备案服务号), and they must be bought for the required time.
rule-aliyun-self-hosted = Own server: file through your network provider
    .text = If your website runs on your own server or in your own server room, contact your network provider, such as China Unicom (联通) or China Telecom (电信), to file it.
rule-aliyun-other-providers-server = File with your server's provider
    .text = If your server comes from another provider, apply on that provider's filing platform, and ask that provider for a filing service number (备案服务号).
rule-aliyun-ecs-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-aliyun-virtual-host-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-aliyun-lightweight-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-aliyun-elastic-web-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-aliyun-ens-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-aliyun-iot-package-order = { $server }: a single order of { $yuan }+ yuan
    .text = { $server }: to be used for a filing, a single order must come to at least { $yuan } yuan.
rule-aliyun-marketplace-months = { $server }: first term { $months }+ months
    .text = { $server }: to be used for a filing, the first purchase must be for a term of at least { $months } months.
rule-aliyun-elastic-web-numbers = { $sites } filing service numbers per account
    .text = For Elastic Web Hosting (弹性 Web 托管) the whole account counts: all instances in one Alibaba Cloud account together get at most { $sites } filing service numbers (备案服务号), and each website uses one.
rule-aliyun-elastic-web-discontinued = Elastic Web Hosting has been withdrawn
    .text = Elastic Web Hosting (弹性 Web 托管) was withdrawn in December 2019. Instances bought before that can still be filed as usual. From now on, a virtual host (云虚拟主机) is advised instead.
rule-aliyun-marketplace-ask-first = Before buying, check the server is in the mainland
    .text = Before you buy a site-building product from the marketplace (云市场), read its description and make sure that its server is in mainland China. Otherwise you cannot complete the filing. If unsure, ask customer service first.
rule-aliyun-renew-first = Too little time left: renew first
    .text = If the prepaid time left on the ECS or Elastic Web Hosting (弹性 Web 托管) instance that you file with falls short of what filing requires, renew it first.
rule-aliyun-numbers-do-not-grow = Renewing adds no filing service numbers
    .text = Each server has a fixed count of filing service numbers (备案服务号), and renewing adds none; when they run out, buy another server. A filed site uses one up for good, even if you later cancel the site or its access.
rule-aliyun-keep-server-paid = Renew the server before it expires
    .text = A server that expires stops working and your site gets no visits. It may then count as an empty shell site (空壳网站) and, if you do not act, its access filing is withdrawn. We suggest you check the expiry date regularly.
rule-aliyun-same-account = Same account: just choose the server
    .text = If you buy the server and file with the same Alibaba Cloud account, simply choose the server while filing. You need not apply for a filing service number (备案服务号), and the number of sites you can file stays the same.
rule-aliyun-service-number-first = Apply for a filing service number first
    .text = If another account bought the server, it is best to sign in to the filing console (备案控制台) with that account first, click 申请 beside the server and confirm. Then enter the number by hand at product verification. No 申请 button means the server does not qualify.

## Alibaba Cloud: subdomain, other products, a move

rule-aliyun-subdomain-access = Add Alibaba Cloud access for the main domain
    .text = If the main domain (顶级域名) has a filing number but was not filed through Alibaba Cloud, add Alibaba Cloud to its filing as access provider (接入). One main domain can have several access providers.
rule-aliyun-oss = OSS: custom domain has been filed
    .text = If you bind a custom domain to an OSS endpoint, the domain needs a filing number (备案号) at MIIT (工信部). The filing need not have Alibaba Cloud as access provider.
rule-aliyun-cdn = CDN: domain has been filed
    .text = If your site is on a server in mainland China and uses Alibaba Cloud CDN for mainland or global acceleration, the domain needs a filing number (备案号) at MIIT (工信部). The filing need not have Alibaba Cloud as access provider.
rule-aliyun-waf = WAF: domain has been filed
    .text = If your site is on a server in mainland China and is protected by Alibaba Cloud WAF, the domain needs a filing number (备案号) at MIIT (工信部). The filing need not have Alibaba Cloud as access provider.
rule-aliyun-anti-ddos = Anti-DDoS IP: domain has been filed
    .text = If your site is on a server in mainland China and uses Alibaba Cloud Anti-DDoS (高防 IP) against attacks, the domain needs a filing number (备案号) at MIIT (工信部). The filing need not have Alibaba Cloud as access provider.
rule-aliyun-move-within = New Alibaba Cloud server: no new filing
    .text = If your site was filed through Alibaba Cloud and needs no commercial filing (经营性备案), moving it to another Alibaba Cloud server only takes a DNS change: point the domain to the new server.
rule-aliyun-move-within-commercial = Commercial site: change the filed IP
    .text = If your site needs a commercial filing (经营性备案) and your province wants the filed IP to match the real one, make a change filing (变更备案) in Alibaba Cloud's system. Ask local offices whether the commercial and police filings (公安联网备案) must change too.
rule-aliyun-move-in = Changing provider takes an access filing
    .text = If your site was filed elsewhere and moves to an Alibaba Cloud server (or a subdomain points to one), it needs an access filing (接入备案) at Alibaba Cloud. If you leave Alibaba Cloud, add access at the new provider and ask them how.

## Alibaba Cloud: materials

rule-aliyun-upload-in-app = Photograph the originals in the Alibaba Cloud app
    .text = Use the latest Alibaba Cloud app to photograph the original documents and papers and upload them; some also ask for a face scan at the same time. Do not re-photograph a picture stored on a phone or computer, or the review will fail.
rule-aliyun-elsewhere-by-themselves = People or papers elsewhere: done on the spot
    .text = If the person in charge or the documents are in another place, so that the face scan or the photos of the originals cannot be done, that person can do it where they are.
rule-aliyun-picture-format = Format and size of the pictures
    .text = Use JPG, JPEG, PNG or GIF, 200 KB to 4 MB each, clear and complete; both sides of the principal's document in a 1:1 ratio. Join an extra paper that has no upload place with the filer's document in one picture. If uploading fails, update the app or switch networks.
rule-aliyun-documents-in-validity = Documents not expired
    .text = The documents that you upload must still be valid.
rule-aliyun-manager-documents-in-validity = Site manager's document not expired
    .text = The site manager's (网站负责人) document that you upload must still be valid.
rule-aliyun-face-check = Face scan or backdrop photo
    .text = After the first review (初审) the site manager's identity is checked: by a face scan in the Alibaba Cloud app or by uploading a photo in front of the backdrop (幕布). You can skip this while uploading materials.
rule-aliyun-upload-once = Upload your identity document once
    .text = If you file as an individual, the documents of the principal, the site manager and the filer are all your own identity document. Upload it to the system just once.

## Tencent Cloud: server and sheet

rule-tencent-server-kind = A Tencent Cloud server that supports filing
    .text = To file through Tencent Cloud, first buy a Tencent Cloud server in a mainland China region. Filing works with Cloud Virtual Machine (云服务器 CVM) and the site-building host (建站主机).
rule-tencent-cvm-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-tencent-site-builder-months = { $server }: { $months }+ months with renewals
    .text = { $server }: to be used for a filing, it must be bought for at least { $months } months in all. Renewals count.
rule-tencent-promise = Website filing pledge
    .text = If you file in the mini program, you only need the pledge (网站备案承诺书) and no verification sheet (核验单). The system makes the pledge for you while you file.

## Tencent Cloud: the five steps

rule-tencent-sites-per-order = At most { $sites } sites per order
    .text = One filing order takes at most { $sites } websites, and each website at most 10 domains. After filling in one site, click 继续添加网站 to add the next.
rule-tencent-step-verify = Verify the filing details
    .text = Sign in to the Tencent Cloud filing console, click 开始备案, and enter the kind of filer, the document and the domain. As cloud service choose CVM, 建站主机 or an authorisation code (备案授权码) from a linked account. The system checks that it is a first filing.
rule-tencent-individual-step-filer = Fill in the filer's details
    .text = Enter your name and document address (证件住址) exactly as on the document. The mailing address (通信地址) must be real and accurate; your home address, down to the door number, will do. Fill in remarks as the page asks.
rule-tencent-unit-step-filer = Fill in the filer and the person in charge
    .text = Enter the organisation's name and address exactly as on its document, and the real investor or supervising body (主管单位). The mailing address must be real; the office will do. For the person in charge: real name, document type and number; some authorities insist on the legal representative.
rule-tencent-step-sites = Fill in the site's details
    .text = Fill in the site's name, its service content and the site manager as the page asks, and choose the content truthfully. If you choose 其他 (other), describe in the site remark (网站备注) what the site will actually offer.
rule-tencent-individual-step-upload = Upload your document
    .text = Just upload photos or scans of both sides of the principal's (主体负责人) document, as the console asks.
rule-tencent-unit-step-upload = Upload the organisation's and the people's documents
    .text = Upload photos or scans of both sides of the organisation's document and of the documents of the principal and the site manager, clear to read, as the console asks. If both sides are in one picture, upload that one.
rule-tencent-sheet-by-individual = Sign and upload the verification sheet
    .text = Download and print one verification sheet (网站备案信息真实性核验单), sign it the way your region asks and upload a photo or scan; a scan is preferred. Fill in and tick nothing else.
rule-tencent-sheet-by-unit = Sign, seal and upload the verification sheet
    .text = Download and print one verification sheet (网站备案信息真实性核验单), sign it the way your region asks, stamp it with the official seal (公章) and leave the date empty. Upload a scan or photo; a scan is preferred. Fill in and tick nothing else.
rule-tencent-individual-photo-with-document = Photo holding the document (Tencent Cloud)
    .text = Upload a photo of the site manager (网站负责人), by default you, holding the filer's document, as the page asks.
rule-tencent-unit-photo-with-document = Photo holding the organisation's document (Tencent Cloud)
    .text = Upload a photo of the site manager (网站负责人) holding the organisation's document, as the page asks.
rule-tencent-step-submit = Confirm and submit for first review
    .text = Once you have checked that everything is right, read and tick the two agreements and click 提交备案信息. Tencent Cloud tells you the result of the first review (初审) by email and phone within 1 working day.
rule-tencent-step-photo = Take the photo
    .text = After the first review the site manager is checked by photo. Take ID and order number to a free photo point, or request a backdrop (幕布; mailed free once per account) and take it yourself: stand in the middle, face and the word 腾讯云 clear, upload a jpg of at most 2 MB.
rule-tencent-step-second-review = Wait for the second review
    .text = Once the backdrop photo is uploaded, Tencent Cloud sends you the result of the second review (复审) within 1 working day. If it passes, Tencent Cloud hands your filing to the local authority (管局) for the final review.
rule-tencent-step-authority = Wait for the authority's final review
    .text = After the second review Tencent Cloud hands your papers to the local authority (管局) for the final review. You get the result by text message and email. The filed details of filer and sites appear in the filing console.

## Tencent Cloud: what comes next

rule-tencent-first-review-passed = First review passed: take the photo soon
    .text = Sign in to the Tencent Cloud filing console soon and take the photo that verifies the site manager (办理拍照).
rule-tencent-first-review-failed = First review failed: correct and resubmit
    .text = Correct your filing details as the system suggests, and submit them again.
rule-tencent-second-review-failed = Second review failed: send a new photo
    .text = Follow the suggestions you were given and submit a new photo that meets the requirements.

## Tencent Cloud: good to know

rule-tencent-progress-by-mini-program = Follow progress in the mini program
    .text = Follow the mini program 腾讯云助手 to get reminders and see the progress of your filing at any time.
rule-tencent-fill-in-reachable = Phone and email must reach you
    .text = The mobile number must be real and reach the person in charge; reviewers may call to check, so keep the line open. The email address must receive mail. All progress and notices go to the phone and email that you enter.
rule-tencent-manager-is-filer = No need to enter the site manager again
    .text = When you file as an individual, the site manager is by default the principal, so you need not fill in those details again.
rule-tencent-manager-document = Site manager's document is one of four kinds
    .text = The site manager's document can be an ID card (身份证), a mainland travel permit for Taiwan residents (台胞证), a passport (护照) or a military officer's card (军官证). Enter the number that belongs to the type you chose.

rule-aliyun-account = An Alibaba Cloud account
    .text = Filing, changing and cancelling in Alibaba Cloud's filing system all need an Alibaba Cloud account. Decide early which one you will use.
rule-aliyun-separate-accounts = Servers and filings may have separate accounts
    .text = If different people look after servers and filings, use one account for buying servers and another for the filings.
rule-aliyun-shop-account = Accounts for shops on Alibaba
    .text = For an Alibaba shop or company page (旺铺, 企业官网), an account of the China site or of the international site will do, on a computer.
rule-aliyun-message-recipients = Up to { $recipients } people receive messages
    .text = Results come by e-mail and message centre. Up to { $recipients } people can receive them; a new contact confirms a link in an e-mail, and a changed contact confirms again.
rule-aliyun-domain-from-elsewhere = Domains from other registrars are fine
    .text = The domain need not be registered at Alibaba Cloud: what counts is that the site runs on an Alibaba Cloud server in mainland China.
rule-aliyun-service-number-states = Three states of a filing service number
    .text = Each site takes one filing service number (备案服务号), which ties it to its server. 已绑定: free to use; 备案中: in use by an application; 已备案: used up, so a new site needs another one.
rule-aliyun-mend-approval-data = Mending wrong approval data
    .text = Before you submit: change it on the site information page on a computer. After that: wait until the reviewer returns the application, then change it on the same page.
rule-aliyun-finance-is-watched = Finance sites are checked again
    .text = Alibaba Cloud checks finance sites from time to time; one found to break the rules loses its filing number at once.
rule-tencent-electronic-only = Scans or photos are enough
    .text = Hand in scans or photos of the papers; no originals by post.
rule-tencent-step-manager = Enter the site manager
    .text = Enter who really manages the site. If it is the principal, tick “同主体负责人” (same as the principal).

## Stages

rule-tencent-face-check = Face check not done yet? Do it soon
    .text = Neither backdrop (幕布) nor photo point is needed any more: the site manager (网站负责人) records a short video in Tencent Cloud's WeChat mini program, before a white background, without hat or headphones. (As Tencent Cloud described it in November 2021; what the page says now counts.)
rule-tencent-first-review-lasts = Tencent Cloud's first review: { $working_days_at_least } to { $working_days_at_most } working days
    .text = Tencent Cloud is looking at your papers now and usually answers within { $working_days_at_least } to { $working_days_at_most } working days; weekends and holidays are not counted. (As of November 2021.)
rule-tencent-first-review-lasts-older = Tencent Cloud's first review: { $working_days_at_most } working day (older)
    .text = A page of about 2019 promises the result of the first review (初审) by email and phone within { $working_days_at_most } working day.
rule-tencent-second-review-lasts = Review of the check: { $working_days_at_least } to { $working_days_at_most } working days
    .text = Tencent Cloud reviews your identity check, usually within { $working_days_at_least } to { $working_days_at_most } working days, and then hands the filing to the authority (管局). (As of November 2021.)
rule-tencent-second-review-lasts-older = Tencent Cloud's second review: { $working_days_at_most } working day (older)
    .text = A page of about 2019 promises the result of the second review (复审) within { $working_days_at_most } working day of uploading the backdrop photo.
rule-tencent-review-call = Answer Tencent Cloud's call
    .text = During the first review Tencent Cloud calls to check the data; after { $missed_calls } missed calls the order may be sent back. Keep your phone on in these days. (As of November 2021.)
rule-tencent-step-valid = Finish this step within { $days } days
    .text = Each step of a filing order at Tencent Cloud is valid for { $days } days. Finish it before they are over. (As of November 2021.)
rule-tencent-returned-order-valid = A returned order is kept for { $days } days
    .text = An order that was sent back stays valid for { $days } days. Correct and submit it before they are over. (As Tencent Cloud described it in November 2021.)
rule-tencent-server-time-back = Server time for the time of filing
    .text = Tencent Cloud gives back the server time that filing took, { $days } days at most. The console shows how to get it. (As of November 2021.)
rule-tencent-opens-later = Not reachable? Wait { $minutes_at_most } minutes
    .text = Right after approval a site usually opens within { $minutes_at_least } to { $minutes_at_most } minutes. If yours stays closed, ask Tencent Cloud's support. (As of November 2021.)
rule-aliyun-first-review-lasts = Alibaba Cloud's first review: { $working_days_at_least } to { $working_days_at_most } working days
    .text = Alibaba Cloud is looking at your papers and your identity check now and usually answers within { $working_days_at_least } to { $working_days_at_most } working days; weekends and holidays are not counted.
rule-aliyun-face-check-in-app = Face check not done yet? Do it soon
    .text = Since July 2019 Alibaba Cloud checks faces in its app instead of photos before a backdrop (幕布). If it is not done yet, the site manager (网站负责人) does it in the Alibaba Cloud app.
rule-aliyun-resubmit = Correct it as told and submit again
    .text = Don't worry, many filings come back once. Log in to the filing system, read the reviewer's remarks, correct or complete it on the same pages and submit again.
rule-aliyun-server-time-back = Server time for the time of filing
    .text = Alibaba Cloud gives back the server time that filing took, { $days } days at most. The console shows how to get it.
