# What Jiangxi (江西) asks for, where the words of the patterns do not say it.

rule-jiangxi-sheet-signature = Signature and thumb print on the sheet
    .text = Sign the verification sheet (核验单) in the signature space, and put your thumb print (手印) next to the signature.
rule-jiangxi-sheet-lists-domains = Filed and new domains on the sheet
    .text = Every domain must be written on the verification sheet (核验单): those that already have a filing number and those that you submit now.
rule-jiangxi-approval-copy = Copy of the pre-approval
    .text = If your site needs a pre-approval (前置审批), post a copy of the approval document.
rule-jiangxi-temporary-id-accepted = A temporary ID card is accepted
    .text = In Jiangxi, you may file with a temporary ID card (临时身份证).
rule-jiangxi-homepage-url-listed = Home page URL matches the domain list
    .text = The home page URL (首页 URL) that you enter must match the domains in your domain list (域名列表).
rule-jiangxi-manager-residence-permit = Site manager's residence permit for Jiangxi
    .text = If the site manager's ID card (身份证) is not from Jiangxi, provide their residence permit (居住证) for Jiangxi in electronic form.
rule-jiangxi-sole_proprietor-sheet-seal = The verification sheet must be sealed
    .text = A sole proprietor's verification sheet (核验单) must bear the official seal (公章). With a contract or finance seal (合同章, 财务章) instead, the thumb print of the principal (主体负责人) is needed as well.
rule-jiangxi-other-seal-thumb-print = Thumb print with another seal
    .text = If you have no official seal (公章) and use the contract or finance seal (合同章, 财务章), the principal (主体负责人) adds a thumb print (手印) to the verification sheet.
rule-jiangxi-residence-permit-older = Permit for Jiangxi, temporary or not (older rule)
    .text = If the address on the ID card is not in Jiangxi, provide a residence permit (居住证) or a temporary one (暂住证) for Jiangxi.
