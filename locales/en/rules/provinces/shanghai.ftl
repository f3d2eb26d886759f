# What Shanghai (上海) asks for, where the words of the patterns do not say it.

rule-shanghai-unit-id-valid-older = Person in charge: ID card valid { $days } more days
    .text = The ID card of the person in charge must be valid for at least { $days } more days.
rule-shanghai-individual-id-valid-older = ID card valid for { $days } more days
    .text = Your ID card must be valid for at least { $days } more days.
rule-shanghai-licence-original = Use the original business licence
    .text = Enterprises must file with the original of the business licence (营业执照). A copy is not accepted, even with the official seal.
rule-shanghai-no-temporary-id = No temporary ID card
    .text = A temporary ID card (临时身份证) cannot be used for filing in Shanghai.
rule-shanghai-id-kind-hong-kong-macao = Hong Kong, Macao residents use the travel permit
    .text = Hong Kong and Macao residents file in Shanghai with the “港澳通行证”, meaning the mainland travel permit (港澳居民来往内地通行证, also called 回乡证).
rule-shanghai-residence-permit-older = Shanghai residence permit, or temporary one
    .text = If the address on your document is not in Shanghai, provide a Shanghai residence permit (居住证); a temporary one (临时居住证 or 暂住证) also serves.
rule-shanghai-foreign-passport = Shanghai: foreign nationals use passport
    .text = Foreign nationals file in Shanghai with their passport (护照).
rule-shanghai-foreign-residence-permit = Residence permit of foreign nationals
    .text = Foreign nationals who file with a passport must provide a residence permit (居住证) as well.
rule-shanghai-exact-address = Mailing address down to the house number
    .text = Give your mailing address (通信地址) exactly, down to the house number.
rule-shanghai-photo-by-app = Verification by phone app
    .text = Once Tencent Cloud has passed its first review, you can verify the site manager with a phone app. Individuals must have filed with an ID card (身份证); organisations need one site manager for all the sites submitted, and that person's ID card.
rule-shanghai-manager-id-valid-older = Site manager's ID card: { $days } days or more
    .text = The site manager's ID card (身份证) must have { $days } days or more left.
