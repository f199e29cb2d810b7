# What the command line says.

did-you-mean = 是否想写 { $meant }？
finding-note = 提示
finding-warning = 提醒
finding-error = 校验未通过
finding-across = 各部分之间
finding-document = 文档
column-unit = 单位
column-status = 状态
column-counts = 数据项
column-findings = 提醒
column-file = 文件
column-coverage = 汇总单位
status-done = 完成
status-failed = 失败
status-unclean = 完成，校验未通过
status-not-done = 未处理
file-outdated = 注意：{ $path } 是以前运行留下的旧文件，本次没有更新。
diff-new = { $unit }（新增单位）
diff-gone = { $unit }（已无此单位）
diff-unfiled = { $unit }（{ $side } 未报）
diff-no-data = { $unit }（{ $side } 没有数据）
diff-partial = {"  "}有一方只有其中一部分，数字不作比较
diff-was = { $unit }（前为{ $was }）
diff-missing = 无
diff-sums = 合计（两方都有的 { $units } 个单位）
diff-sum-of = { $count }（{ $units } 个单位）
diff-count = 数据项
diff-difference = 增减
diff-growth = 增幅
diff-points = { $points }个百分点
diff-unmade-before = {"  "}较早一方未能生成报告（{ $codes }），数字不全
diff-unmade-after = {"  "}较晚一方未能生成报告（{ $codes }），数字不全
diff-reworded = {"  "}文字有变化，但有一方的文件已不在或已改动，无法列出
diff-summary = 共 { $units } 个单位，{ $differing } 个有变化。
batch-problems = 以上是查出的 { $count } 个问题或提醒；无法生成的单位没有文件，其余都已生成。
batch-faulty = 有 { $count } 个问题涉及全部单位（见上）。
batch-kept = 其中 { $kept } 个单位自上次运行以来没有改动，文件保持原样（--force 可全部重新生成）。
batch-all-kept = 自上次运行以来没有任何改动，未写入文件（--force 可全部重新生成）。
status-kept = 未改动
batch-summary = 完成 { $done } 个，失败 { $failed } 个，未处理 { $waiting } 个；校验未通过 { $checks } 条，提醒 { $findings } 条。
rollup-summary = { $unit }：已汇总 { $units } 个下级单位中的 { $reported } 个。
check-clean = 已检查 { $units } 个单位，未发现问题。
check-reminded = 已检查 { $units } 个单位，除以上提醒外未发现问题。
check-faulty = 发现 { $count } 个问题。
level-error = 错误
level-help = 办法
finding-line = { $weight }[{ $code }]（{ $section }）：{ $finding }
problem-coded = { $problem } [{ $code }]
detail-line = { $what }：{ $found }
stage-time = { $milliseconds } 毫秒
held = { $who } 正在写入 { $path }，等它完成……
stage-load = 读取工作区、模板和样式
stage-plugins = 载入插件
stage-assemble = 生成报告
stage-check = 检查各单位
stage-look = 查看有哪些单位、哪些没有改动
stage-rollup = 汇总
place-workspace = 工作区
place-installation = 安装位置
place-template = 报告模板
place-style = 版式
place-plugin = 插件 { $id }
place-library = 插件 { $id } 的程序库
# Whose line in the record of the last batch held, and whose did not.
reused-all = { $kept } 个单位都按上次 batch 的记录，没有重新生成。
reused-some = { $kept } 个单位按上次 batch 的记录；重新生成 { $made } 个：{ $names }。这些单位的文件没有改写，由 batch 写出。
reused-none = 没有单位与 batch 的记录一致；为此生成 { $made } 个：{ $names }。文件没有改写，由 batch 写出。
name-join = 、
name-more = { $names }等（另有 { $more } 个）
close-nothing = 无
close-change = { $unit }：{ $label } { $before } → { $after }
close-done = { $period } 已结账：单位 { $units } 个{ $without ->
        [0] {""}
       *[other] ，略去 { $without } 个
    }{ $absent ->
        [0] {""}
       *[other] ，未报 { $absent } 个
    }，存入 { $path }。
close-amended = { $period } 已更正（第 { $version } 份）：改动 { $changes } 项，单位 { $units } 个{ $without ->
        [0] {""}
       *[other] ，略去 { $without } 个
    }{ $absent ->
        [0] {""}
       *[other] ，未报 { $absent } 个
    }，存入 { $path }。
close-same = { $period } 已结过账，数据相同：{ $path }。
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
column-around = 可能没有，外面再套一个控件，标记为
column-control = 标记
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
plugin-broken = { $named ->
        [true] 工作区要用，但不可用（{ $code }）
       *[false] 不可用（{ $code }）
    }
plugin-heading = { $title }（{ $id }，版本 { $version }，{ $used }）
plugin-places =
    文件夹：{ $folder }
    程序库：{ $library }
plugin-fields = 需要填报的内容
plugin-counts = 统计的数据
plugin-facts = 供行文使用的内容
plugin-checks = 校验规则
plugin-controls = Word 模板中内容控件的标记
plugin-slots = 写入报告的位置
answer-yes = 是
answer-no = 否
aggregation-sum = 相加
aggregation-max = 取最大
aggregation-min = 取最小
aggregation-average = 按权重平均
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
    [list] 列表
    [positive] 正整数
    [cell] 一格的内容（文字，或 {"{"} count = … {"}"} 等）
    [rows] 各行的内容、units 或台账的名称
    [number] 数字
   *[other] { $expected }
}
toml-given = { $given ->
    [list] 列表
    [table] 一组数据
   *[other] { "" } { $given }
}
kind-found = { $found ->
    [number] 数字
    [text] 文字
    [boolean] “是”或“否”
    [list] 列表
    [record] 一组数据
    [nothing] 空列表
   *[other] { $found }
}
kind-left = { $left ->
    [number] 数字
    [text] 文字
    [boolean] 是或否
    [list] 列表
    [record] 一组数据
    [nothing] 空列表
   *[other] 这里
}
kind-right = { $right ->
    [number] { "和" }数字
    [text] { "和" }文字
    [boolean] { "和" }是或否
    [list] { "和" }列表
    [record] { "和" }一组数据
    [nothing] { "和" }空列表
   *[other] { "" }
}

# For authors of plugins.
verdict-passed = 通过
verdict-failed = 不符
test-example = [{ $verdict }] { $plugin }：{ $name }
test-part = {"    "}{ $part }（- 应为，+ 实为）
test-blessed = { $path }：改写示例 { $count } 个。
test-summary = 示例 { $total } 个，不符 { $failed } 个。

# What a plugin is checked for; .remedy is what to do where it fails.
conformance-title = { $title }（{ $id }，版本 { $version }）
conformance-summary = 检查 { $total } 项，不符 { $failed } 项。
conformance-remedy = { $point }：{ $remedy }
column-point = 检查项
column-result = 结果
column-detail = 说明
verdict-refused = 拒绝
verdict-skipped = 未查
detail-size = 最大的回答 { $bytes } 字节，上限 { $limit }
detail-differs = 两次回答不一致
conformance-names = 示例中的名称
    .remedy = 示例写了 plugin.toml 没有声明的数据项、事实、位置或引用，请改正名称。
conformance-carrier = 适用于本系统的代码
    .remedy = 请为本系统构建插件，或改正 plugin.toml 中的 library 或 module。
conformance-sections = 文字模板
    .remedy = 请按提示改正 sections 文件夹中的模板。
conformance-rules = 校验规则
    .remedy = 请按提示改正 [checks] 中的规则。
conformance-load = 加载
    .remedy = 请用与本程序配套的开发包重新构建插件。
conformance-examples = 示例
    .remedy = 请运行 huibian plugin test 查看不符之处；确认无误后用 --bless 接受。
conformance-counts = 每个数据项都有示例产生
    .remedy = 请补一个能产生这些数据项的示例，或从 plugin.toml 删去它们。
conformance-input-plain = 数据：各项均填写
    .remedy = 插件不能处理普通数据，请照此写一个示例查看。
conformance-input-empty = 数据：一项也没有
    .remedy = 缺少字段时应给出提示并拒绝，不能假定字段一定存在。
conformance-input-required = 数据：只有必填项
    .remedy = 选填项缺少时应略去相应的数据项或事实，否则请把该字段改为必填。
conformance-input-unknown-keys = 数据：含未声明的键
    .remedy = 请忽略没有声明的键，以后的版本会增加。
conformance-input-huge-text = 数据：很长的文字
    .remedy = 不要重复返回文字，或调高 limits.response_bytes。
conformance-input-signs = 数据：含模板和 Markdown 的符号
    .remedy = 文字应原样返回，不要拆开处理。
conformance-input-zero = 数据：数字为零，台账和列表为空
    .remedy = 空台账就是 0，不是错误；模板中先用 zero 判断再写数字。
conformance-input-large-numbers = 数据：最大的数字
    .remedy = 请用不会溢出的运算，过大的数字应给出提示并拒绝。
conformance-input-outside-rows = 不计入报告期以外的记录
    .remedy = 只统计日期在报告期内的行，tally 已按此处理。
conformance-repeated = 同样的请求，同样的回答
    .remedy = 两次调用之间不保留任何内容，不用时钟、随机数和无序的集合。
conformance-reloaded = 重新加载后回答相同
    .remedy = 两次调用之间不保留任何内容，不用时钟、随机数和无序的集合。
conformance-size = 回答的大小
    .remedy = 请减少返回的内容，或调高 plugin.toml 中的 limits.response_bytes。
new-plugin-summary = 新插件在 { $folder }，文件 { $files } 个。
new-plugin-next = 下一步：huibian plugin test { $folder }
new-plugin-build = 下一步：huibian plugin build { $folder }，再运行 huibian plugin test { $folder }
build-done = { $id }：{ $path }
build-nothing = 插件 { $id } 没有需要编译的代码。
pack-file = {"  "}{ $path }（{ $bytes } 字节）
pack-summary =
    { $path }：文件 { $files } 个，{ $bytes } 字节。
    blake3：{ $hash }
install-done = { $title }（{ $id }，版本 { $version }）已安装到 { $folder }。
install-there = { $title }（{ $id }，版本 { $version }）已在 { $folder }，内容相同。
install-next = 要使用它，请在 workspace.toml 的 plugins 中加上 "{ $id }"，或用 --add 自动添加。
install-added = 已把 "{ $id }" 写入 workspace.toml 的 plugins，它的内容排在最后。
list-join = 、
why-no-run = 还没有运行过：没有 { $path }。
why-absent = 上次运行（{ $report }，{ $period }）没有用到 { $id }：当时 workspace.toml 没有列出它。
why-run = 上次运行（{ $report }，{ $period }，当时 { $id } 为 { $version }）：单位 { $units } 个，有其数据的 { $contributed } 个，因它失败的 { $failed } 个；提示 { $findings } 条，其中校验未通过 { $checks } 条。
why-first = 首个失败（{ $unit }）：{ $code }：{ $message }
why-help = 办法：{ $help }
why-others = 同样失败的还有：{ $units }
why-ready = 现在可以运行。
why-unused = 现在可以运行，但 workspace.toml 没有列出它，请在 plugins 中加上 "{ $id }"。
why-broken = 现在不能运行，问题 { $count } 个。
dev-slot = ── { $slot }
dev-nothing = 对这个单位没有内容。
dev-counts = ── 数据：{ $counts }
dev-finding = ── 提示：{ $finding }
dev-watching = 正在监视 { $path }，按 Ctrl-C 结束。
dev-changed =
    {""}
    == { $path } 已改动

# 插件的许可与记录。
trust-about = 插件：{ $title }（{ $id }，版本 { $version }）
    程序库：{ $path }
    内容校验值：{ $hash }
    程序库能做当前用户能做的一切。请确认来源可靠。
trust-question = 许可运行吗？（y/N）
trust-refused = 没有许可。确认来源可靠后，可在终端中回答 y，或加 --yes：huibian plugin trust { $id }{ $options }
trust-done = 已许可插件 { $id }，记录在 { $path }。
trust-not-needed = 插件 { $id } 不含程序库，不需要许可。
distrust-done = 已收回对插件 { $id } 的许可。
distrust-none = 插件 { $id } 没有许可记录。
lock-unwritten = 注意：未能记录现用插件（{ $fault }），报告照常生成。
lock-first = 已把现用插件记入 { $path }；以后插件有变动会提示。
lock-taken = plugins.lock：{ $kind ->
        [new] 插件 { $id } 是新增的，已补记；它不带外来程序。
       *[changed] 插件 { $id } 有变动，已重新记录；它不带外来程序。
    }
lock-nothing = --locked：没有 plugins.lock，也没有需要它记录的插件，所用插件均在本机源码中构建。
lock-written = 已写入 { $path }。
lock-empty = 所用插件均在本机源码中构建，不需要记录。
lock-change = { $kind ->
        [new] 新增：{ $id }
        [gone] 移除：{ $id }
       *[changed] 更新：{ $id }
    }

# Data tables, forms and what is wrong with them.
level-remark = 提醒
check-remarks = 提醒 { $count } 条。
check-summary = { $units } 个单位中，{ $faulty } 个有问题，共 { $count } 个问题。
check-table = 问题清单：{ $path }
column-field = 填报项
column-problem = 问题
column-finding = 编号
column-subject = 检查项
column-reason = 理由
column-by = 认可人
column-on = 认可日期
column-print = 数据指纹
column-remedy = 办法
batch-stopped = 有 { $count } 个问题或提醒；数据整体有误，未生成任何文件。
strict-stopped = 有 { $count } 个问题或提醒，按 --strict 未生成任何文件。
form-exists = { $path } 已经存在，可能已有人填写，没有覆盖。请用 -o 另取文件名，或先移走该文件。
form-written = 填报表：{ $path }（单位 { $units } 个，填报项 { $fields } 项，台账 { $ledgers } 个）
stage-form = 生成填报表
table-decided = 数据表的编码和分隔符
style-used = 本报告所用
style-checked = { $path } 可用；提示 { $count } 条。
style-unchecked = { $path } 不能用：错误 { $count } 处。
style-cut = 较长的值只列出开头，全部内容见 huibian style show --toml。
style-heading = { $name }（{ $path }）

# What the system, or a library in its own language, says.
detail-quoted = 原文“{ $said }”
system-error = { $kind ->
    [not-found] 找不到
    [denied] 没有权限
    [exists] 已经存在
    [no-folder] 不是文件夹
    [folder] 是文件夹
    [not-empty] 文件夹不为空
    [read-only] 所在的盘只能读取
    [full] 磁盘已满
    [large] 文件太大
    [busy] 正被别的程序使用
    [name] 文件名不能用
    [data] 内容不正确
    [cut] 内容不完整
    [pipe] 对方已关闭
    [time] 超时
    [memory] 内存不足
    [device] 不能移到另一个盘
    [a-pipe] 是管道，不是文件
    [a-device] 是设备，不是文件
    [a-socket] 是套接字，不是文件
    [a-circle] 链接绕成了圈
    [a-way-out] 链接指向工作区之外
   *[other] 原文“{ $said }”
}
map-place = 位置
map-head = 表中的名称
map-field = 填报项
map-examples = 例
map-unread = （不读取）
map-perhaps = 可能是 { $key }
map-unknown = 不明白
map-understood = 都看懂了，不必另写。
map-nothing = 没有看懂：表中没有一个填报项的名称。
map-paste = 请把以上内容贴进 { $path }，逐行核对、改正（加 --write 可直接写入）。# 开头的行不生效：columns 中写 "remarks" 的列不读取；cells 中请在引号内填上填报项的键。
map-written = 已写入 { $path }，{ $count } 行；请逐行核对。# 开头的行没有写入。
batch-stale = 有 { $count } 个文件是已改名或已撤销的单位上次留下的：{ $paths }。确认不要的，请用 --prune 删除。
batch-pruned = 已删除 { $count } 个已改名或已撤销单位的文件：{ $paths }
batch-stale-changed = { $count } 个文件在生成后改动过，没有删除：{ $paths }
batch-stale-stuck = { $count } 个文件无法删除：{ $paths }
accept-done = 已认可 { $count } 处，记入 { $path }。
accept-none = 清单中没有填写理由的行，没有认可任何问题。
accept-withdrawn = 已撤回 { $count } 处认可，见 { $path }。
accept-holding = 有效的认可 { $count } 处：
accept-void = 已失效的认可 { $count } 处（数据已变，或问题已不存在）：
accept-open = 未认可的问题 { $count } 处。
accepted-some = 已认可 { $count } 处：{ $who }。
accepted-by = { $by }于{ $on }认可 { $count } 处

tags-asked = { $kind ->
        [count] 数据
        [list] 列表
        [slot] 栏目
        [table] 表格
       *[value] 资料
    }　{ $name }　第 { $paragraphs } 段
tags-none = 文件中没有需要填入的内容。

# Adopting.
adopt-read = 报告 { $reports } 份，表格 { $tables } 张；{ $mode ->
        [marks] 按带标记的格式处理
        [one] 只有一份，按性质辨认数据
       *[several] 逐份对照辨认数据
    }。
adopt-here = 这里有 Word 文件 { $reports } 份、表格 { $tables } 张，还没有工作区。先看认出了什么：
      huibian adopt --plan .
    由它们写成可以直接运行的工作区：
      huibian adopt .
    它把报告对照起来，到表格里找出各项数据，在这里新建一个文件夹，再逐份重新生成，证明没有丢字。这里已有的文件一个不改。
adopt-here-question = 现在就做？(y/N)
adopt-field = 数据
adopt-kind = 种类
adopt-measure = 量词
adopt-example = 例
adopt-reason = 依据
adopt-column = 表中的列
adopt-kind-unit = 单位
adopt-kind-period = 报告期
adopt-kind-date = 日期
adopt-kind-figure = 数字
adopt-kind-rate = 比率
adopt-kind-text = 文字
adopt-kind-comparison = 增减
adopt-kind-list = 几项文字
adopt-kind-rows = 多行
adopt-because-differs = 各份不同
adopt-because-known = 各份自有
adopt-because-marked = 有标记
adopt-because-nature = 数字带量词等
adopt-how-known = 由程序填写：{ $says }
adopt-how-ratio = 由 { $above } 除以 { $below } 算出
adopt-how-sum = { $parts }
adopt-how-text = 作为文字填报（各份写法不一，不便作为数字）
adopt-nowhere = 表中没有，需另行填报
adopt-by-words = { $head }（只按名称对上，请核对）
adopt-doubt = 请核对：{ $kind ->
        [NoUnit] { $subject } 中没有认出是哪个单位的
        [NoPeriod] { $subject } 中没有认出是哪个报告期的
        [ByWords] “{ $subject }”只按名称对到“{ $place }”列
        [Ambiguous] “{ $subject }”与不止一列相符，取了第一个：{ $place }
        [NoColumn] “{ $subject }”在表中没有对应的列
        [NoTable] { $subject } 里没有认出各单位的表格
        [Foreign] { $subject } 与这些报告对不上：单位和数据都没有相同的
        [AsWording] “{ $subject }”在这份报告中是 100%，表中没有，当作措辞
        [Unfit] 有一条回答对不上：{ $subject } { $place }
       *[other] { $subject } { $place }
    }
adopt-ask = 有 { $count } 处拿不准，请回答。直接回车取 [ ] 中的，输入一个句点（.）则以后都照建议。
adopt-ask-about = { $about ->
        [unit] { $subject } 是哪个单位的报告？
        [period] { $subject } 是哪个报告期的？如 2023Q2
        [column] “{ $subject }”在表中是哪一列？
        [wording] “{ $subject }”每份报告不一样吗？
        [same] “{ $subject }”与“{ $other }”是同一项吗？
       *[name] “{ $subject }”叫什么？
    }
adopt-ask-none = 都不是
adopt-ask-data = 不一样，是数据
adopt-ask-words = 都一样，是措辞
adopt-ask-other = 不是，是两项
adopt-ask-same = 是同一项
adopt-ask-again = { $choices ->
        [0] 请写报告期，如 2023Q2。
       *[other] 请写 1 到 { $choices } 之间的数。
    }
adopt-condition = 只有部分报告有：“{ $words }”——{ $when ->
        [above] “{ $figure }”大于 { $bound } 时写入
        [below] “{ $figure }”小于 { $bound } 时写入
       *[told] 由填报的“{ $label }”（是、否）决定
    }
adopt-held = 各份都符合，作为检查：{ $part } 不大于 { $whole }
adopt-held-sum = 各份都成立，写成检查：{ $parts } 等于 { $whole }
adopt-renamed = 换了叫法：“{ $before }”现为“{ $now }”；名称、数据和历史照旧。
adopt-new = 新增：“{ $label }”。
adopt-gone = 格式中不再有：“{ $label }”；已结账的照旧保留，不再要求填报。
adopt-data-kept = 没有写 { $path }：这一期已有数据，照旧保留。
adopt-template-kept = 原来的模板保存为 { $path }。
adopt-written = 工作区已写到 { $folder }，文件 { $files } 个；每项决定见 { $adopted }。
adopt-proof = 逐份重新生成：{ $alike } 份文字一致，{ $unlike } 份不一致。
adopt-differs = { $file }：
adopt-marks-proof = 带标记的格式没有可对照的数据；表格中的单位已试生成：成功 { $done } 份，未成 { $failed } 份。
adopt-filed = 已作为以前各期结账，供以后比较：{ $periods }。
adopt-next = 下一步：把下一期的表格存为 { $data }，把 workspace.toml 中的 period、date 改为下一期，运行 huibian batch。
adopt-next-forms = 下一步：把下一期的填报表放进 { $data }，把 workspace.toml 中的 period、date 改为下一期，运行 huibian batch。
adopted-language = zh-CN
adopted-title = 从已有报告写成的工作区
adopted-about = 由 huibian adopt 写成。下面是每项决定：在哪里，依据什么，怎样改。
adopted-files = 读取的文件
adopted-fields = 数据
adopted-conditions = 只有部分报告有的文字
adopted-checks = 检查
adopted-again = 变动
adopted-doubts = 请核对
adopted-none = 无。
adopted-change = 怎样改
adopted-change-body = 措辞和数据的位置：用 Word 或 WPS 打开 { $template }，灰框（内容控件）是数据，其余是措辞；删去灰框写上文字，就成为措辞。
    名称、量词、检查：plugins/report/plugin.toml。列与数据的对应：workspace.toml 的 [units.columns] 或 [units.cells]。
    改后运行 huibian check；huibian tags { $template } 列出模板需要什么。
