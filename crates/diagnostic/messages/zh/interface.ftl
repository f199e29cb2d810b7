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
status-unclean = 完成，校验未通过
status-not-done = 未处理
batch-summary = 完成 { $done } 个，失败 { $failed } 个，未处理 { $waiting } 个；校验未通过 { $checks } 条，提醒 { $findings } 条。
check-clean = 已检查 { $units } 个单位，未发现问题。
check-faulty = 发现 { $count } 个问题。

level-error = 错误
level-help = 办法
finding-line = { $weight }（{ $section }）：{ $finding }
detail-line = { $what }：{ $found }
stage-time = { $milliseconds } 毫秒
stage-load = 读取工作区、模板和样式
stage-plugins = 载入插件
stage-assemble = 生成报告
stage-check = 检查单位数据
place-workspace = 工作区
place-installation = 安装位置
place-template = 报告模板
place-style = 版式
place-plugin = 插件 { $id }
place-library = 插件 { $id } 的程序库
assemble-summary = { $unit }：{ $status }，文件 { $files } 个，校验未通过 { $checks } 条，提醒 { $findings } 条。
batch-unit = 【{ $unit }】
batch-manifest = 运行记录：{ $path }
preview-findings = ——以上为报告正文，以下 { $count } 条不写入报告——
new-summary = 已在 { $folder } 新建工作区，文件 { $files } 个。

# Plugins.
column-id = 代号
column-version = 版本
column-title = 名称
column-place = 位置
column-name = 名称
column-label = 含义
column-type = 填什么
column-kind = 数据类型
column-measure = 量词
column-required = 必填
column-over-units = 各单位汇总
column-over-time = 各期汇总
column-severity = 不符时
column-rule = 规则
column-message = 提示文字
plugin-used = 使用中
plugin-unused = 未使用
plugin-broken = 不可用（{ $code }）
plugin-status = { $used }，{ $broken }
plugin-heading = { $title }（{ $id }，版本 { $version }，{ $used }）
plugin-places =
    文件夹：{ $folder }
    程序库：{ $library }
plugin-fields = 需要填报的内容
plugin-counts = 统计的数据
plugin-facts = 供行文使用的内容
plugin-checks = 校验规则
plugin-slots = 写入报告的位置
answer-yes = 是
answer-no = 否
aggregation-sum = 相加
aggregation-max = 取最大
aggregation-last = 取最后一期
aggregation-none = 不汇总
aggregation-derived = 由分子、分母重新计算
count-kind = { $kind }（{ $unit }）

# What a value should be; $expected is the word plugin.toml has for it.
type-expected = { $expected ->
    [integer] 整数
    [decimal] 小数
    [text] 文字
    [texts] 文字列表
    [boolean] 是或否（true 或 false）
    [date] 日期
    [ledger] 台账（多行记录）
    [table] 一节（[名称] 下的各项）
    [ratio] 比率
   *[other] { $expected }
}

# For authors of plugins.
verdict-passed = 通过
verdict-failed = 不符
test-example = [{ $verdict }] { $plugin }：{ $name }
test-part = {"    "}{ $part }（- 应为，+ 实为）
test-blessed = { $path }：改写示例 { $count } 个。
test-summary = 示例 { $total } 个，不符 { $failed } 个。
