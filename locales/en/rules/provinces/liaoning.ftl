# What Liaoning (辽宁) asks for, where the words of the patterns do not say it.

rule-liaoning-sheet-lists-domains = Old and new domains on the verification sheet
    .text = Write every domain of the site on the verification sheet (核验单): those that have a filing number (备案号) and those that you submit now and that have none yet.
rule-liaoning-finance-name-legal-rep = Both people are the legal representative
    .text = If your organisation's name contains 投资管理 (investment management), 担保 (guarantee), 典当 (pawn), 贷款 (loan) or 理财 (wealth management), the legal representative (法定代表人) must be both principal and site manager.
rule-liaoning-access-people-match = Principal as in the original filing
    .text = For an access filing (接入备案), the principal (主体负责人) must be the same as in the original filing.
rule-liaoning-access-people-change-first = Principal differs: change first
    .text = If the principal (主体负责人) differs from the original filing, first make a change filing (变更备案) at the original access provider.
rule-liaoning-office-phone = Office phone for individuals too
    .text = If you file as an individual in Liaoning, you must give an office phone number (办公电话).
rule-liaoning-phone-in-province = Mobile numbers registered in { $province }
    .text = The mobile numbers of both the principal and the site manager must be registered in { $province }.
