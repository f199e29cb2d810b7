# Diagnostics by code. Variables are those that code.rs lists.

W001 = 无法读取文件 { $path }：{ $reason }
    .help = 请核对路径和读取权限。
    .explain = 工作区配置问题，整次运行不会开始。请核对路径和读取权限。

W002 = TOML 语法错误：{ $reason }
    .help = 请检查引号、括号和等号是否成对。含汉字的键须加引号。
    .explain = 工作区配置问题，整次运行不会开始。请检查引号、括号和等号是否成对。含汉字的键须加引号。

W003 = 不认识的键 { $key }
    .help = 请删去该键，或改为正确的名称。
    .explain = 工作区配置问题，整次运行不会开始。请删去该键，或改为正确的名称。

W004 = 配置的值不正确：{ $reason }
    .help = 请按所列要求改正。
    .explain = 工作区配置问题，整次运行不会开始。请按所列要求改正。

W005 = { $path } 及其上级文件夹中没有 workspace.toml
    .help = 请进入工作区文件夹，或用 --workspace 指定。
    .explain = 工作区配置问题，整次运行不会开始。请进入工作区文件夹，或用 --workspace 指定。

W006 = “{ $given }”不是报告期
    .help = 请写成 2023、2023H1、2023Q2、2023Q1-Q3 或 2023-06。
    .explain = 工作区配置问题，整次运行不会开始。请写成 2023、2023H1、2023Q2、2023Q1-Q3 或 2023-06。

W007 = 没有报告 { $id }；现有：{ $known }
    .help = 请核对 --report 和 workspace.toml 中的 [reports]。
    .explain = 工作区配置问题，整次运行不会开始。请核对 --report 和 workspace.toml 中的 [reports]。

W008 = 工作区有多种报告：{ $known }
    .help = 请用 --report 选择一种。
    .explain = 工作区配置问题，整次运行不会开始。请用 --report 选择一种。

W009 = 没有成文日期
    .help = 请在 workspace.toml 写 date = 2023-07-05，或用 --date 给出。
    .explain = 工作区配置问题，整次运行不会开始。请在 workspace.toml 写 date = 2023-07-05，或用 --date 给出。

W010 = { $path } 中没有单位数据
    .help = 请核对报告期和 [units] 的 data。
    .explain = 工作区配置问题，整次运行不会开始。请核对报告期和 [units] 的 data。

W011 = 没有单位 { $id }
    .help = 请核对单位代号或名称。
    .explain = 工作区配置问题，整次运行不会开始。请核对单位代号或名称。

W012 = 文件夹 { $path } 已存在且不为空
    .help = 请换一个文件夹。
    .explain = 工作区配置问题，整次运行不会开始。请换一个文件夹。

W013 = 找不到程序的安装文件夹（{ $path }）
    .help = plugins 和 templates 应与程序放在一起。
    .explain = 工作区配置问题，整次运行不会开始。plugins 和 templates 应与程序放在一起。

P001 = 找不到插件 { $id }；找过：{ $searched }
    .help = 请核对 workspace.toml 中的 plugins，或放入该插件的文件夹。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请核对 workspace.toml 中的 plugins，或放入该插件的文件夹。

P002 = plugin.toml 自相矛盾：{ $reason }
    .help = 请由插件作者改正。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请由插件作者改正。

P003 = 插件代号 { $id } 与文件夹名 { $folder } 不一致
    .help = 请改成一致。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请改成一致。

P004 = 插件 { $id } 没有适用于本系统的库；找过：{ $searched }
    .help = 请构建插件，或索取适用于本系统的版本。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请构建插件，或索取适用于本系统的版本。

P005 = 插件 { $id } 的库无法使用（{ $path }）：{ $reason }
    .help = 请重新构建或重新安装插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请重新构建或重新安装插件。

P006 = 插件 { $id } 的接口版本不符（{ $path }）：库为 { $found }，程序需要 { $expected }
    .help = 请用与本程序配套的开发包重新构建插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请用与本程序配套的开发包重新构建插件。

P007 = 插件 { $id } 的约定版本为 { $found }，程序支持到 { $expected }
    .help = 请更新程序或插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请更新程序或插件。

P008 = 插件 { $id } 的库（{ $path }）与 plugin.toml 的 { $what } 不一致：库内为 { $library }，文件夹为 { $folder }
    .help = 请重新构建插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请重新构建插件。

P009 = 插件 { $id } 要填写的位置 { $slot } 在报告中没有；现有：{ $known }
    .help = 请在报告模板的 +++ 部分声明该位置，或从插件的 slots 中删去。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请在报告模板的 +++ 部分声明该位置，或从插件的 slots 中删去。

P010 = 插件 { $id } 缺少 { $slot } 的文字模板 { $path }
    .help = 请补上该文件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请补上该文件。

P011 = 插件 { $id } 的校验 { $check } 不正确：{ $reason }
    .help = 规则是只含本插件数据项的 CEL 表达式，如 handled <= found。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。规则是只含本插件数据项的 CEL 表达式，如 handled <= found。

P012 = 插件 { $id } 列了两次
    .help = 请删去一处。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请删去一处。

P050 = 插件 { $id } 缺少模块文件 { $path }
    .help = 请把 plugin.toml 中 module 所写的文件放进插件文件夹，或重新安装插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请把 plugin.toml 中 module 所写的文件放进插件文件夹，或重新安装插件。

P051 = 插件 { $id } 的模块无法使用（{ $path }）：{ $reason }
    .help = 请重新构建或重新安装插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请重新构建或重新安装插件。

P052 = 插件 { $id } 的模块（{ $path }）要用本程序不提供的功能：{ $imports }
    .help = 请由插件作者按 wasm32-unknown-unknown 重新构建；沙箱内的插件不能读写文件、联网或查看时间。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请由插件作者按 wasm32-unknown-unknown 重新构建；沙箱内的插件不能读写文件、联网或查看时间。

P053 = 插件 { $id } 的模块（{ $path }）没有提供 { $export }
    .help = 请由插件作者用开发包重新构建。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请由插件作者用开发包重新构建。

P054 = 插件 { $id } 的模块（{ $path }）一开始就要 { $needed } MiB 内存，上限是 { $limit } MiB
    .help = 请联系插件作者，或提高 plugin.toml 的 limits.memory_mib。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者，或提高 plugin.toml 的 limits.memory_mib。

P055 = 本程序不带沙箱，不能运行插件 { $id }
    .help = 请换用完整版程序，或向插件作者索取其他形式的插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请换用完整版程序，或向插件作者索取其他形式的插件。

P101 = 插件 { $id }：{ $message }
    .help = 请按提示补齐该部分数据。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请按提示补齐该部分数据。

P102 = 插件 { $id } 运行中出错：{ $message }
    .help = 请把该单位的数据和本提示交给插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请把该单位的数据和本提示交给插件作者。

P103 = 插件 { $id } 返回了未定义的状态 { $status }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P104 = 插件 { $id } 的结果超过 { $limit } 字节
    .help = 请联系插件作者，或提高 limits.response_bytes。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者，或提高 limits.response_bytes。

P105 = 插件 { $id } 的结果不是 UTF-8 文本
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P106 = 插件 { $id } 的结果格式不正确：{ $reason }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P107 = 插件 { $id } 返回了未声明的数据 { $name }
    .help = 请在 plugin.toml 的 [counts] 中声明。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请在 plugin.toml 的 [counts] 中声明。

P108 = 插件 { $id } 的数据 { $name } 应为{ type-expected }，实为 { $found }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P109 = 插件 { $id } 没有返回必需的数据 { $name }
    .help = 请核对该单位的数据，或联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请核对该单位的数据，或联系插件作者。

P110 = 插件 { $id } 返回了未声明的内容 { $name }
    .help = 请在 plugin.toml 的 [facts] 中声明。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请在 plugin.toml 的 [facts] 中声明。

P111 = 插件 { $id } 的内容 { $name } 应为{ type-expected }，实为 { $found }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P112 = 插件 { $id } 没有返回必需的内容 { $name }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P113 = 插件 { $id } 返回了应由程序计算的 { $name }
    .help = 请在插件代码中去掉它。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请在插件代码中去掉它。

P114 = 插件 { $id } 的 { $name } 含有不能写入文档的字符 { $character }
    .help = 请联系插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者。

P130 = 插件 { $id } 的模块中途停止：{ $reason ->
        [unreachable] 程序自行中止
        [memory] 读写越出了自己的内存
        [table] 调用了不存在的函数
        [signature] 调用函数的方式不对
        [division] 除数为 0
        [number] 数字超出范围
        [stack] 调用层次太深
       *[other] { $detail }
    }
    .help = 请把该单位的数据和本提示交给插件作者。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请把该单位的数据和本提示交给插件作者。

P131 = 插件 { $id } 的模块运行超过 { $fuel } 步，已停止
    .help = 可能陷入了死循环，请把该单位的数据交给插件作者；数据确实很多的，可提高 plugin.toml 的 limits.fuel。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。可能陷入了死循环，请把该单位的数据交给插件作者；数据确实很多的，可提高 plugin.toml 的 limits.fuel。

P132 = 插件 { $id } 的模块所需内存超过 { $limit } MiB，已停止
    .help = 请把该单位的数据交给插件作者；数据确实很多的，可提高 plugin.toml 的 limits.memory_mib。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请把该单位的数据交给插件作者；数据确实很多的，可提高 plugin.toml 的 limits.memory_mib。

P133 = 插件 { $id } 的模块调用 { $function } 时指向了自己内存之外的地方
    .help = 请联系插件作者，用开发包重新构建。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请联系插件作者，用开发包重新构建。

U001 = 两个单位的代号都是 { $id }；另一处：{ $first }
    .help = 请改其中一个的 id。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请改其中一个的 id。

U002 = { $label }（{ $field }）应为{ type-expected }，填的是 { $found }
    .help = 数字不加引号，文字加引号，日期写成 2023-04-05。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。数字不加引号，文字加引号，日期写成 2023-04-05。

U003 = 缺少 { $label }（{ $plugin } 的 { $field }）
    .help = 请补填。没有发生的填 0。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请补填。没有发生的填 0。

U004 = 没有插件需要 { $key }
    .help = 请核对名称，或删去。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请核对名称，或删去。

U005 = { $field } 不能小于 0，填的是 { $found }
    .help = 请核对数字。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请核对数字。

U006 = { $field } 含有不能写入文档的字符 { $character }
    .help = 请删去该字符，多为从别处粘贴带入。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请删去该字符，多为从别处粘贴带入。

U007 = { $field } 是空的
    .help = 没有内容时请删去整行。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。没有内容时请删去整行。

U008 = { $field } 的日期不正确：{ $found }
    .help = 请写成 2023-04-05。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请写成 2023-04-05。

U009 = 没有填写单位名称
    .help = 请在 [unit] 中写 name = "云溪镇"。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请在 [unit] 中写 name = "云溪镇"。

U010 = 单位代号不合规则：{ $reason }
    .help = 代号只含文字、数字和 - _ .。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。代号只含文字、数字和 - _ .。

U011 = 没有“{ $title }”部分的数据（{ $plugin }）
    .help = 请补上 [{ $plugin }] 一节。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请补上 [{ $plugin }] 一节。

T001 = 模板语法错误：{ $reason }
    .help = 请检查大括号和块的开头、结尾是否成对。
    .explain = 模板问题，名称在运行前检查。请检查大括号和块的开头、结尾是否成对。

T002 = 没有声明过的名称 { $name }
    .help = 请改为 plugin.toml 声明的名称。
    .explain = 模板问题，名称在运行前检查。请改为 plugin.toml 声明的名称。

T003 = 没有 { $name } 这种写法
    .help = 可用：if、unless、each、count、zero、present、list、enumerate、slot。
    .explain = 模板问题，名称在运行前检查。可用：if、unless、each、count、zero、present、list、enumerate、slot。

T004 = 数字 { $name } 不能直接输出
    .help = 请写成 count 加名称，使数字有据可查。
    .explain = 模板问题，名称在运行前检查。请写成 count 加名称，使数字有据可查。

T005 = 数据 { $name } 不能用作条件：0 会被当作没有
    .help = 请改用 zero 或 present。
    .explain = 模板问题，名称在运行前检查。请改用 zero 或 present。

T006 = 三重大括号会绕过转义
    .help = 请改用两重大括号。
    .explain = 模板问题，名称在运行前检查。请改用两重大括号。

T007 = 模板片段互相包含：{ $cycle }
    .help = 请断开循环。
    .explain = 模板问题，名称在运行前检查。请断开循环。

T008 = 没有模板片段 { $name }
    .help = 请核对名称。
    .explain = 模板问题，名称在运行前检查。请核对名称。

T009 = { $name } 可能没有，使用前须先判断
    .help = 请放进 if 或 present 之内。
    .explain = 模板问题，名称在运行前检查。请放进 if 或 present 之内。

T010 = { $name } 不能直接输出（{ $found }）
    .help = 列表请用 list 或 each。
    .explain = 模板问题，名称在运行前检查。列表请用 list 或 each。

T011 = { $name } 用法不对：{ $reason }
    .help = 数据和位置的名称须加引号。
    .explain = 模板问题，名称在运行前检查。数据和位置的名称须加引号。

T012 = 位置 { $slot } 有误：{ $reason }
    .help = 请核对 +++ 部分的 [slots]。
    .explain = 模板问题，名称在运行前检查。请核对 +++ 部分的 [slots]。

T013 = 模板运行出错：{ $reason }
    .help = 请核对此处用到的名称。
    .explain = 模板问题，名称在运行前检查。请核对此处用到的名称。

T014 = 报告中不能使用 { $construct }
    .help = 请改成段落、标题或列表；行首不要空四格。
    .explain = 模板问题，名称在运行前检查。请改成段落、标题或列表；行首不要空四格。

T015 = 报告应有且只有一个标题，现有 { $found } 个
    .help = 标题是模板中以 # 开头的一行。
    .explain = 模板问题，名称在运行前检查。标题是模板中以 # 开头的一行。

T016 = 此行缩进过多，会被当作代码
    .help = 请去掉行首空格。
    .explain = 模板问题，名称在运行前检查。请去掉行首空格。

T017 = 必需的位置 { $slot } 没有内容
    .help = 请核对该单位的数据。
    .explain = 模板问题，名称在运行前检查。请核对该单位的数据。

T018 = 该单位没有数据 { $name }
    .help = 请放进 present 之内，或补齐数据。
    .explain = 模板问题，名称在运行前检查。请放进 present 之内，或补齐数据。

T019 = 位置 { $slot } 只能填列表
    .help = 每一项以 - 开头。
    .explain = 模板问题，名称在运行前检查。每一项以 - 开头。

T020 = 标题层级太深：{ $level }
    .help = 样式只有四级标题。
    .explain = 模板问题，名称在运行前检查。样式只有四级标题。

T021 = 模板中不能使用 { $construct }
    .help = 请改用其他写法。
    .explain = 模板问题，名称在运行前检查。请改用其他写法。

S001 = 版式文件不正确：{ $reason }
    .help = 长度须带单位，如 28.95pt、37mm。
    .explain = 版式文件问题，整次运行不会开始。长度须带单位，如 28.95pt、37mm。

O001 = { $first } 与 { $second } 的文件会同名：{ $path }
    .help = 请在输出名称中加入 unit.id。
    .explain = 输出问题；不会留下写了一半的文件。请在输出名称中加入 unit.id。

O002 = { $reason ->
        [outside] 输出名称 { $pattern } 会写到输出文件夹之外
        [no-unit] 输出名称 { $pattern } 没有区分单位
       *[placeholder] 输出名称 { $pattern } 中有不认识的占位符
    }
    .help = 请写工作区内的相对路径，可用占位符：{ $known }。
    .explain = 输出问题；不会留下写了一半的文件。请核对 [output] 的 pattern，或 --output。

O003 = 没有格式 { $given }；可用：{ $known }
    .help = 请核对 formats 或 --format。
    .explain = 输出问题；不会留下写了一半的文件。请核对 formats 或 --format。

O004 = 无法写入 { $path }：{ $reason }
    .help = 请关闭正在打开该文件的程序，并核对磁盘空间和权限。
    .explain = 输出问题；不会留下写了一半的文件。请关闭正在打开该文件的程序，并核对磁盘空间和权限。

R001 = 运行中断，该单位未处理
    .help = 请重新运行。
    .explain = 运行过程中的问题。请重新运行。

R002 = 程序内部错误：{ $reason }
    .help = 请把本提示告诉开发者。
    .explain = 运行过程中的问题。请把本提示告诉开发者。

R003 = 没有诊断代码 { $given }
    .help = 代码形如 U003。
    .explain = 运行过程中的问题。代码形如 U003。
