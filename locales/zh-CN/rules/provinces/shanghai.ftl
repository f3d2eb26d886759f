# What Shanghai (上海) asks for, where the words of the patterns do not say it.

rule-shanghai-unit-id-valid-older = 负责人身份证至少还有 { $days } 天有效
    .text = 负责人的身份证至少还要有 { $days } 天有效期。
rule-shanghai-individual-id-valid-older = 身份证至少还有 { $days } 天有效
    .text = 您的身份证至少还要有 { $days } 天有效期。
rule-shanghai-licence-original = 用营业执照原件
    .text = 企业备案必须交营业执照的原件，复印件盖了公章也不行。
rule-shanghai-no-temporary-id = 不能用临时身份证
    .text = 临时身份证在上海不能用来备案。
rule-shanghai-id-kind-hong-kong-macao = 港澳居民用来往内地通行证
    .text = 港澳居民在上海用“港澳通行证”备案，指港澳居民来往内地通行证（回乡证）。
rule-shanghai-residence-permit-older = 上海居住证或临时居住证
    .text = 证件地址不在上海时，请提供上海的居住证；临时居住证、暂住证也可以。
rule-shanghai-foreign-passport = 上海：外籍人士用护照
    .text = 外籍人士在上海用护照备案。
rule-shanghai-foreign-residence-permit = 外籍人士的居住证
    .text = 外籍人士用护照备案时，同样要提供居住证。
rule-shanghai-exact-address = 通信地址写到门牌号
    .text = 通信地址要写准确，一直写到门牌号码。
rule-shanghai-photo-by-app = 用手机 App 核验
    .text = 腾讯云初审通过后，网站负责人的核验可以用手机 App 完成。个人须以身份证备案；单位提交的各网站须是同一位网站负责人，并且用的是身份证。
rule-shanghai-manager-id-valid-older = 网站负责人身份证还有 { $days } 天以上
    .text = 网站负责人的身份证，剩余有效期要在 { $days } 天以上（含 { $days } 天）。
