# What Guizhou (贵州) asks for, where the words of the patterns do not say it.

rule-guizhou-sheet-lists-domains = 核验单写全域名，含已备案的
    .text = 核验单上要写全两类域名：已有备案号的，和这次准备提交、还没有备案号的。
rule-guizhou-list-of-domains = 域名太多可另附清单
    .text = 域名太多时，可以在核验单之外单独附一张域名清单，并盖上接入服务商的公章。
rule-guizhou-unit-free-change = 备案可变更给单位或个人
    .text = 单位的备案可以变更给其他单位或个人，不用提供变更证明。
