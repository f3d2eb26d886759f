# What Qinghai (青海) asks for, where the words of the patterns do not say it.

rule-qinghai-no-approval-content = No content that needs a pre-approval
    .text = As the site's service content (网站服务内容), you cannot choose instant messaging (即时通信) or anything else that needs a pre-approval (前置审批).
rule-qinghai-licence = First filing: { $documents }
    .text = For its first filing (首次备案), an enterprise must use this as its document: { $documents }.
rule-qinghai-unit-free-change = Filing may change to any organisation or person
    .text = The filing of an organisation may be changed to another organisation or an individual; no proof of the change is needed.
