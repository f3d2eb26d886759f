# What Ningxia (宁夏) asks for, where the words of the patterns do not say it.

rule-ningxia-sheet-lists-domains = 核验单写全域名，含已备案的
    .text = 核验单上要写全两类域名：已有备案号的，和这次准备提交、还没有备案号的。
rule-ningxia-access-name-matches = 主办单位名称与原备案一致
    .text = 接入备案时，主办单位名称要与工信部备案信息中的一致。不一致的，先到原接入服务商变更备案，或者提供工商部门的变更证明。
rule-ningxia-access-name-proof = 名称变更证明（接入备案）
    .text = 名称与原备案不一致，又没有先在原接入服务商变更备案的，要有工商部门开具的变更证明。提供不了，就要注销备案后重新提交。
rule-ningxia-investor-legal-rep = 投资者一栏填法定代表人
    .text = “投资者或上级主管单位名称”一栏填法定代表人的姓名。政府机关、事业单位、社会团体、军队和民办学校不这样填，要填上一级主管单位。
rule-ningxia-investor = 投资者一栏填上级主管单位
    .text = 政府机关、事业单位、社会团体、军队和民办学校，在“投资者或上级主管单位名称”一栏里填上一级主管单位的全称。
rule-ningxia-licence = 用最新核准的{ $documents }
    .text = 企业可以用{ $documents }备案，要用最新核准的那一份。
