# What Qinghai (青海) asks for, where the words of the patterns do not say it.

rule-qinghai-no-approval-content = 不涉及要前置审批的服务内容
    .text = 网站服务内容不能选择即时通信，也不能选择其他涉及前置审批的内容。
rule-qinghai-licence = 首次备案用{ $documents }
    .text = 企业首次备案时，单位证件要用{ $documents }。
rule-qinghai-unit-free-change = 备案可变更给单位或个人
    .text = 单位的备案可以变更给其他单位或个人，不用提供变更证明。
