# What Yunnan (云南) asks for, where the words of the patterns do not say it.

rule-yunnan-no-special-content = 不选即时通信等四类内容
    .text = 即时通信、搜索引擎、WAP、博客这四类，网站服务内容里都不能选，除非有相关部门的批准。
rule-yunnan-content-approval = 相关部门的审批同意文件
    .text = 网站涉及即时通信、搜索引擎、WAP 或博客的，要提供相关部门审批同意文件的复印件。
rule-yunnan-original-access-cancelled = 原接入服务商已取消接入
    .text = 申请接入前，先向原接入服务商确认，这次要接入的网站已经取消接入。
rule-yunnan-cancel-original-access = 先在原接入服务商取消接入
    .text = 还没有在原接入服务商取消接入的，先取消，再到新的接入服务商申请。
rule-yunnan-access-within-a-month = 取消后一个月内办完接入
    .text = 在原接入服务商取消接入后，备案会被管局系统视为空壳。请在一个月内办完全部接入手续，超时会被管局注销。
rule-yunnan-manager-checked = 网站负责人当面核验即可
    .text = 网站负责人不是法定代表人的，由网站负责人本人当面核验就可以。
rule-yunnan-income-proof = 就业或收入证明
    .text = 您未满 { $years } 周岁时，要提供劳动就业证明或收入证明。
rule-yunnan-travel-approval = 旅游内容的前置审批
    .text = 个人网站含旅游内容的，要办理前置审批，并提供核准文件的原件。
