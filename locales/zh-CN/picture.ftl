# What the picture of a filing's progress says. The font of the picture holds the characters of this file only: after a change run .ci/subset-font.

picture-heading = ICP 备案进度
picture-count = 第 { $step } 步，共 { $of } 步

picture-step-prepare = 准备材料
picture-step-provider = 服务商初审
picture-step-identity = 核验身份／复审
picture-step-authority = 管局审核
picture-step-approved = 备案成功

picture-mark-present = 现在在这一步
picture-mark-rejected = 被退回
picture-mark-done = 已完成
