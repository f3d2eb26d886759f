# Texts of what happens at each stage of a filing (rules/stages.toml).

## With the provider

rule-stages-one-order-at-a-time = One order at a time
    .text = A filer can have only one filing order under review at a time, whichever provider it goes through. Hand in the next one when this one is done.
rule-stages-review-elsewhere = Provider's review: { $working_days_at_least } to { $working_days_at_most } working days
    .text = Your access provider is looking at your papers now. Alibaba Cloud, Tencent Cloud and Huawei Cloud usually answer within { $working_days_at_least } to { $working_days_at_most } working days; for another provider its own word counts. Weekends and holidays are not counted.
rule-stages-review-call = Keep your phone within reach
    .text = The reviewers may call the principal (主体负责人) and the site manager (网站负责人) to check the data. Please answer in these days, unknown numbers too.
rule-stages-not-resolving-meanwhile = Domain not resolving while under review
    .text = For a first filing or a new site, switch the domain's DNS records off and keep the site closed until the filing is approved, or it may be sent back. After that you can open it.
rule-stages-reachable-meanwhile = Site reachable while under review
    .text = For an access filing (接入备案), the site that is already filed must stay reachable while the filing is under review, or it may be sent back.
rule-stages-face-check-elsewhere = Face check not done yet? Do it soon
    .text = Backdrops (幕布) are usually no longer mailed: the site manager (网站负责人) does a face check in the provider's app or by scanning a code with WeChat, as with Huawei Cloud and Tencent Cloud. It must be that person, in good light, before a plain background. Your provider's page shows where.
rule-stages-sms-is-next = Next: a text message from 12381
    .text = About { $minutes } minutes after the provider hands the order to the authority (管局), a code from 12381 reaches the phones of the people in charge. Keep the phones at hand.
rule-stages-resubmit-elsewhere = Correct it as told and submit again
    .text = Don't worry, many filings come back once. Read the reviewer's remarks on your provider's filing page, correct or complete what they name, and submit for the first review again.
rule-stages-usual-faults = Why filings usually come back
    .text = Compare with yours: domain not verified or of someone else; domain still resolving; site name against the rules; unclear photos of documents; face check failed; phone not answered or number used twice; pre-approval (前置审批) missing; earlier sites not reachable or without their number.

## With the authority

rule-stages-authority-review-lasts = Authority's review: { $working_days_at_most } working days at most
    .text = The provincial authority (管局) decides now, within { $working_days_at_least } to { $working_days_at_most } working days; { $working_days_at_most } is the limit by regulation. Weekends and holidays are not counted, so it looks longer on the calendar.
rule-stages-sms-code = Text message code within 24 hours
    .text = When the 6-digit code from 12381 arrives, open beian.miit.gov.cn within 24 hours, choose 短信核验, and enter the code, the mobile number and the last 6 characters of the ID number. Weekends count. If you miss the 24 hours, the order goes back to the provider and must be submitted again.
rule-stages-sms-by-both = Both people in charge confirm
    .text = The principal (主体负责人) and the site manager (网站负责人) both enter a code. If both have the same mobile number, there is one code only. (As Tencent Cloud described it in 2021.)
rule-stages-sms-on-change = Whose data changed confirms
    .text = For a change of the filer's data the principal (主体负责人) enters the code, for a change of the site the site manager (网站负责人), for both kinds both. (As Tencent Cloud described it in 2021.)
rule-stages-sms-tries = { $tries } wrong codes at most
    .text = More than { $tries } wrong codes in 24 hours send the order back. A code can be sent again up to { $resends } times; some numbers of virtual operators (170, 171) cannot receive it. (As Tencent Cloud described it in 2021; what the page says now counts.)
rule-stages-result-by-sms = Result by text message from 12381
    .text = When the authority (管局) has decided, 12381 sends you a text message; it is no spam. Your provider's filing page shows the progress, too.
rule-stages-returned-by-authority = Correct what the authority names, submit again
    .text = The order is back with your provider. Read the authority's (管局) remarks, correct data or papers and submit for the first review again; the provider then hands it in once more, and the text message code may be due again. If a remark is unclear, ask the provider: they see many.

## Cancelling

rule-stages-cancel-review-lasts = Cancelling: at once, or { $working_days_at_most } working days
    .text = In some provinces a filing is cancelled as soon as you apply; elsewhere the authority (管局) reviews it, usually in 1 to { $working_days_at_most } working days.
rule-stages-cancel-sms = Who enters the code when cancelling
    .text = To cancel the filer record (主体) the principal enters the code from the text message, to cancel a site the site manager. Giving up the access alone needs none. (As Tencent Cloud described it in 2021.)
rule-stages-cancelled-for-good = A cancelled number does not come back
    .text = A filing number that was cancelled cannot be restored. To open a site later, file anew.

## Approved

rule-stages-number-in-footer = Filing number in the footer
    .text = Congratulations, your filing is approved! When the site opens, put the number in the centre of the home page's footer and link it to the ministry (https://beian.miit.gov.cn). Without it the authority (管局) may order it and fine you.
rule-stages-public-security = Public-security filing within { $days } days of opening
    .text = Within { $days } calendar days of the site's opening, file it with the police (公安联网备案) at beian.mps.gov.cn. Then show that number in the footer as well.
rule-stages-keep-resolving = Do not let the site become a shell
    .text = The domain must go on resolving to a mainland IP of the provider that it was filed through. Otherwise the site counts as an empty shell (空壳): first a notice, then the access is cancelled, in the end perhaps the number. Before moving to another provider, do an access filing (接入备案).
rule-stages-change-in-time = Keep the filed data up to date
    .text = When people, phone numbers, addresses or documents change, the filing must follow. Huawei Cloud asks for it within { $working_days } working days; with other providers, do it soon as well.
rule-stages-opens-later = Not reachable? Wait { $working_days } working day
    .text = Right after approval the data takes a while to spread. With Huawei Cloud, for example, a site opens within { $working_days } working day; if yours stays closed, ask your provider.
