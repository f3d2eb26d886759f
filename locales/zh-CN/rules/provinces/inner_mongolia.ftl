# What Inner Mongolia (内蒙古) asks for, where the words of the patterns do not say it.

rule-inner_mongolia-mail-papers = 邮寄的核验资料
    .text = 请邮寄：核验单和信息安全管理协议的原件各两份，当面核验的照片，主办单位证件的复印件，网站负责人身份证件的复印件。
rule-inner_mongolia-sheet-after-rejection = 退回后重寄核验单
    .text = 备案信息被管局退回后，请把核验单重新寄一次。
rule-inner_mongolia-legal-rep-residence-permit = 法定代表人的暂住证或居住证
    .text = 法定代表人不是内蒙古的，请上传其在内蒙古的暂住证或居住证。
rule-inner_mongolia-manager-from-anywhere = 网站负责人的证件不限省份
    .text = 网站负责人的证件是不是内蒙古的，管局没有明确的要求。
rule-inner_mongolia-purpose-remark = 网站备注：写明网站用途
    .text = 请在网站备注里详细说明网站开通后做什么用。网站内容选了“其他”的，内容和用途要写得更细。
rule-inner_mongolia-id-in-province = 证件住址在内蒙古
    .text = 个人备案，证件上的住址要在内蒙古。不在的话，请上传内蒙古的暂住证或居住证。
rule-inner_mongolia-residence-permit = 内蒙古的暂住证或居住证
    .text = 证件上的住址不在内蒙古时，请上传内蒙古的暂住证或居住证，有一种即可。
