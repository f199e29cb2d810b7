# What the command line says.

did-you-mean = 是否想写 { $meant }？
finding-note = 提示
finding-warning = 提醒
finding-error = 校验未通过
column-unit = 单位
column-status = 状态
column-counts = 数据项
column-findings = 提醒
column-file = 文件
status-done = 完成
status-failed = 失败
status-not-done = 未处理
batch-summary = 完成 { $done } 个，失败 { $failed } 个，未处理 { $waiting } 个。
check-clean = 未发现问题。
check-faulty = 发现 { $count } 个问题。
