# Diagnostics by code. Variables are those that code.rs lists.

W001 = 无法读取文件 { $path }：{ $reason }
    .help = { $kind ->
        [size] 这类文本最大 4 MB：请拆成几个，或去掉用不到的内容。
        [encoding] 请存成 UTF-8：记事本“另存为”，编码选 UTF-8。
       *[other] 请核对路径和读取权限。
    }
    .explain = 工作区配置问题，整次运行不会开始。请核对路径和读取权限。

W002 = { $kind ->
        [twice] 这个键出现了两次
        [unquoted] 文字须用引号括起来
        [value] 这里缺少值，或者不是值
        [unclosed] 括号或引号没有成对
        [assignment] 键与值之间须有一个等号；由几个词组成的键须用引号括起来
        [comma] 缺少或多了逗号
        [key] 这样的键须用引号括起来
        [number] 数字写法不合 TOML
        [content] 这里有多余的内容
        [deep] 列表或表嵌套过深
        [date] 这不是日期
        [boolean] 是与否须写作 true 或 false，全用小写
        [escape] 双引号中的反斜杠另有含义，这里写得不完整
        [character] 这里有看不见的控制字符
       *[other] 这里不合 TOML 的写法
    }
    .help = { $kind ->
        [date] 日期请写成 2023-04-05，并确有这一天。
        [number] 数字前后都要有数码，如 0.5、5、1000；带单位、分隔号的请加引号。
        [boolean] 请写 true 或 false；文字请加引号。
        [escape] 路径请写 /，或用单引号把文字括起来：'C:\data'。
        [character] 请删去这一处，重新输入。
       *[other] 请检查引号、括号和等号是否成对。含汉字的键须加引号。
    }
    .explain = 工作区配置问题，整次运行不会开始。请检查引号、括号和等号是否成对。含汉字的键须加引号。

W003 = 不认识的键 { $key }
    .help = 请删去该键，或改为正确的名称。
    .explain = 工作区配置问题，整次运行不会开始。请删去该键，或改为正确的名称。

W004 = { $what ->
        [missing] 缺少 { $key }
        [type] 应为{ type-expected }，写的是{ toml-given }
        [choice] 没有 { $given } 这个选项
        [place] 文字中没有 { $given } 这个位置
        [name] { $given } 不能用作{ $kind ->
            [plugin-id] 插件代号
            [unit-id] 单位代号
            [count-key] 数据的全名
           *[name] 名称
        }
        [empty] 文字是空的
        [none] 列表是空的，至少写一项
        [year] 年份应为 1949 至 9999
        [height] 图表的高应为 20mm 至 500mm
        [character] 文字中有文档不能含有的字符
        [brace] 花括号没有成对
        [levels] 目录应为 1 至 4 级
        [serial] 份号应为 1 至 999999
        [digits] 小数最多 6 位
        [date] 不是日期
        [length] 不是长度
        [span] from 晚于 until，没有一个期间适用
       *[other] 配置的值不正确：{ $detail }
    }
    .help = { $what ->
        [missing] 请补上这一项。
        [choice] 可用的有：{ $known }。
        [place] 可用的有：{ $known }。
        [name] { $kind ->
            [plugin-id] 插件代号只含小写字母、数字和连字符，字母开头。
            [unit-id] 单位代号只含文字、数字、连字符、下划线和点，文字或数字开头。
            [count-key] 请写成“插件代号/名称”，如 theory-study/sessions。
           *[name] 名称只含小写字母、数字和下划线，字母开头。
        }
        [date] 请写成 2023-07-05。
        [length] 请写数字和单位（pt、mm、cm 或 in），如 "28.95pt"。
       *[other] 请按所列要求改正。
    }
    .explain = 工作区配置问题，整次运行不会开始。请按所列要求改正。

W005 = { $path } 及其上级文件夹中没有 workspace.toml
    .help = 请进入工作区文件夹，或用 --workspace 指定。
    .explain = 工作区配置问题，整次运行不会开始。请进入工作区文件夹，或用 --workspace 指定。

W006 = “{ $given }”不是报告期
    .help = 请写成 2023、2023H1、2023Q2、2023Q1-Q3、2023-06、2023W10（周）或 2023T1（学期）。
    .explain = 工作区配置问题，整次运行不会开始。请写成 2023、2023H1、2023Q2、2023Q1-Q3、2023-06、2023W10（周）或 2023T1（学期）。

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
    .help = { $kind ->
        [parent] 它是上级单位，报告由下属单位汇总而成：huibian rollup { $id }。
       *[other] 请核对单位代号或名称。
    }
    .explain = 工作区配置问题，整次运行不会开始。请核对单位代号或名称。

W012 = 文件夹 { $path } 已存在且不为空
    .help = 请换一个文件夹。
    .explain = 工作区配置问题，整次运行不会开始。请换一个文件夹。

W013 = 找不到程序的安装文件夹（{ $path }）
    .help = plugins 和 templates 应与程序放在一起。
    .explain = 工作区配置问题，整次运行不会开始。plugins 和 templates 应与程序放在一起。

W014 = workspace.toml 的 { $name } 不正确：{ $reason ->
        [expr] 它须写一个 expr，不能写别的来源
       *[name] 没有 { $reason } 这项数据
    }
    .help = 各插件的数据在 expr、rule 中写成 counts['插件/名称']，在 message 中写成 {"{"}插件/名称{"}"}。
    .explain = 工作区配置问题，整次运行不会开始。workspace.toml 的 [counts] 是跨插件的合计，[checks] 是跨插件的校验，写法与 plugin.toml 相同；各插件的数据写成 counts['插件/名称']，合计直接写名称。

W015 = { $path } 不在工作区和安装目录之内
    .help = 请把文件复制到工作区内，路径中不写 ..，也不用指向别处的链接。
    .explain = 工作区可能是别人发来的，不得借它读取本机其他地方的文件。模板、附件、用语、表格、图表和样式须在工作区或安装目录之内，插件的须在插件目录之内；指向别处的链接一律不用。[output] 的 reference 是本单位自己的 Word 文件，可以放在别处。

W016 = { $period } 的文件用的是 workspace.toml 中的日期 { $date }
    .help = 日期不同的，请用 --date 指明。
    .explain = workspace.toml 的 date 是其中 period 那一期的日期。用 --period 制作其他报告期时，沿用该期上次生成时的日期；没有生成过的，用 workspace.toml 的日期。日期不同的，请用 --date 指明。

W017 = 读取过程中文件被改动：{ $path }
    .help = 请等它写完再运行一次；其他单位不受影响。
    .explain = 报告按开始时读到的内容登记；读到一半又被改动的，不拿两种内容拼成一份报告。请在文件写完之后再运行。

W018 = 这里的问题较多，只列出前 { $told } 处，{ $more ->
        [some] 可能还有
       *[other] 另有 { $more } 处没有列出
    }
    .help = 请先改正这些，再核对一次。
    .explain = 整份文件都不合要求（例如由别的程序生成）时，只列出前 100 处错误；一个单位的数据最多列出 1000 处错误和 10000 处提醒。改正后再核对，其余的会接着列出。

W019 = [units.was] 中{ $units }互为旧名，绕成了一圈
    .help = 请删去不对的一条；改名后又改回来的，可以不改。
    .explain = [units.was] 写明单位以前叫什么。互为旧名的，每个名称只追溯一次：当期用哪个名称报送，就接上哪一期的数据。若有一条写反了，请删去。

P001 = 找不到插件 { $id }；找过：{ $searched }
    .help = 请核对 workspace.toml 中的 plugins，或放入该插件的文件夹。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请核对 workspace.toml 中的 plugins，或放入该插件的文件夹。

P002 = plugin.toml 自相矛盾：{ $reason ->
        [carriers] library 和 module 只能写一个
        [columns] { $name }：台账须有 columns，其他类型不能有
        [merge] { $name }：只有文字能合并
        [digits] { $name } 的小数为 { $found } 位，最多 { $limit } 位
        [endless] { $name }：比率须写明小数位数（scale），否则可能除不尽
        [part] { $name }：没有 { $found } 这项数据
       *[ratio] { $name }：比率须有 ratio，其他类型不能有
    }
    .help = 请由插件作者改正。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请由插件作者改正。

P003 = 插件代号 { $id } 与文件夹名 { $folder } 不一致
    .help = 请改成一致。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请改成一致。

P004 = 插件 { $id } 没有适用于本系统的库；找过：{ $searched }
    .help = 请构建插件，或索取适用于本系统的版本。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请构建插件，或索取适用于本系统的版本。

P005 = 插件 { $id } 的库无法使用（{ $path }）：{ $reason ->
        [symbol] 缺少它所用的功能 { $detail }
        [needs] 缺少它所用的 { $detail }
        [loader] 系统没有加载它
        [copy] 无法制作其副本：{ $detail }
       *[file] 文件已损坏，或不是本系统的库
    }
    .help = { $reason ->
        [needs] 请安装它，或在本机重新构建插件。
       *[other] 请在本机重新构建或重新安装插件。
    }
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

P013 = 插件 { $id } 的 uses 列出了 { $key }，但没有这项数据
    .help = 请写成“插件/数据名”，该插件须列入工作区的 plugins，数据须在它的 plugin.toml 中声明。
    .explain = uses 列出分项模板要引用的其他插件的数据，写成“插件/数据名”。该插件须列入工作区的 plugins，数据须在它的 plugin.toml 中声明。

P014 = 插件 { $id } 的程序库（{ $path }）未经许可，不能运行
    .help = 请确认来源可靠，再运行：huibian plugin trust { $id }{ $options }
    .explain = 程序库能做当前用户能做的一切。随程序安装的、在本机源码中构建的可直接使用；其他来源的须由使用者本人许可一次，许可按文件内容记录，文件改动后须重新许可。工作区里的任何文件都不能代为许可。

P015 = { $what ->
        [version] 插件 { $id } 的版本是 { $found }，plugins.lock 记录的是 { $locked }
        [code] 插件 { $id } 的程序文件与 plugins.lock 记录的不同
       *[files] 插件 { $id } 的 plugin.toml 或文字模板与 plugins.lock 记录的不同
    }
    .help = 如果更新是有意的，请运行：huibian plugin lock；否则请恢复原来的插件。
    .explain = plugins.lock 记录了这个工作区用过的插件，防止插件在不知情时被换掉。有意更新后运行 huibian plugin lock 重新记录。

P016 = plugins.lock 没有记录插件 { $id }（或没有记录本系统的版本）
    .help = 请运行：huibian plugin lock
    .explain = 工作区有 plugins.lock，或者运行时要求 --locked，但其中没有这个插件。运行 huibian plugin lock 补记。

P017 = 两个文件夹里的插件都叫 { $id }，但不是同一个：{ $first }、{ $second }
    .help = 请给其中一个改代号，或删去一个；只想改文字的，请写在 wording/{ $id }/ 下。
    .explain = 工作区的 plugins 和程序自带的 plugins 里有代号相同、版本不同的插件，无法判断该用哪一个。

P018 = 插件 { $id } 的代码没有运行，它的统计、文字和校验都没有检查
    .help = 请先编译，或用 huibian plugin trust { $id } 准许运行；只检查数据请用 huibian check --data-only。
    .explain = huibian check 与 huibian batch 一样运行插件。未编译或未获准的代码不能运行；数据照常检查，由代码得出的内容则没有检查。

P019 = 插件 { $id } 要求 { $key } = { $asked }，程序最多给 { $most }
    .help = 请写 { $most } 或更小。如果您了解这个插件，它确实需要更多，请在您自己的 { $path } 的 [limits] 下写 { $key } = { $asked }。
    .explain = 插件代码能用的回答字节数、内存（MiB）、每次调用秒数、模块步数，程序里都有上限。插件可以要求得更少；要更多，只能由使用者在自己的配置中写明，工作区里的任何文件都不能。

P030 = { $kind ->
        [ledger] { $key }：没有台账 { $name }
        [column] { $key }：台账没有 { $name } 这一列
        [count] { $key }：没有数据 { $name }
       *[field] { $key }：没有填报项 { $name }
    }
    .help = 请改为 plugin.toml 的 [fields] 中声明的名称。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请改为 plugin.toml 的 [fields] 中声明的名称。

P031 = { $reason ->
        [none] { $key } 没有数据来源
        [where-alone] { $key } 写了 where，却没有写 ledger
        [sum-alone] { $key } 写了 sum，却没有写 ledger
        [column-alone] { $key } 写了 column，却没有写 ledger
        [no-column] { $key } 写了 ledger，却没有写 column
        [ratio] { $key } 是比率，由 ratio 中的两项算出，不能另写来源
        [parts] { $key } 的 parts 只能是别的数据，不能是比率或它自己
        [over_units] { $key } 的 over_units 不能是 last，那只用于各期之间
        [over_time] { $key } 的 over_time 不能是 average；按权重平均的数不能按期相加，over_time 请写 last 或 none
        [weight] { $key } 按权重平均（over_units = "average"）时才写 weight，且必须写；weight 是本插件中 over_units 为 sum 的一项数据
       *[several] { $key } 写了几种不能并用的来源
    }
    .help = 数据从 ledger、number 取得，或由 expr、ratio 算出，如 ledger = "inspections"；内容从 field 取得，或写 ledger 和 column。没有代码的插件，每一项都要写来源。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。数据从 ledger、number 取得，或由 expr、ratio 算出，如 ledger = "inspections"；内容从 field 取得，或写 ledger 和 column。没有代码的插件，每一项都要写来源。

P032 = { $key }：{ $name } 是{ $found ->
        [integer] 整数
        [decimal] 小数
        [text] 文字
        [texts] 文字列表
        [boolean] 是或否
        [date] 日期
        [ledger] 台账
       *[other] { $found }
    }，应为{ type-expected }
    .help = 请换一个填报项或列，或改正类型。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请换一个填报项或列，或改正类型。

P033 = 这几项互相推算，没有起点：{ $cycle }
    .help = 请让其中一项从台账或填报的数字取得。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请让其中一项从台账或填报的数字取得。

P034 = { $at ->
        [none] 表达式没有写完
       *[other] 表达式从“{ $at }”起写法不对
    }
    .help = 请检查括号、引号和运算符，写法如 hazards - rectified、kind == "重大"。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请检查括号、引号和运算符，写法如 hazards - rectified、kind == "重大"。

P035 = 表达式中的 { $name } 没有声明过；可用：{ $known }
    .help = 名称只含小写字母、数字和下划线，减号表示相减。与数据项同名的填报项写成 fields.名称；别的插件的数据先列入 uses，再在校验中写成 counts['插件/名称']。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。名称只含小写字母、数字和下划线，减号表示相减。与数据项同名的填报项写成 fields.名称；别的插件的数据先列入 uses，再在校验中写成 counts['插件/名称']。

P036 = “{ $operator }”不能用于{ kind-left }{ kind-right }
    .help = 数字与数字运算，文字与文字比较，文字加引号；“与”写成 &&，“或”写成 ||。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。数字与数字运算，文字与文字比较，文字加引号；“与”写成 &&，“或”写成 ||。

P037 = 数据项的表达式不能用除法
    .help = 相除请改用 kind = "ratio" 和 ratio，由程序在各级重新计算；小数项可以除以写明的数，如 amount / 10000。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。相除请改用 kind = "ratio" 和 ratio，由程序在各级重新计算；小数项可以除以写明的数，如 amount / 10000。

P038 = 表达式中没有 { $name } 这个函数；可用：{ $known }
    .help = 请改用所列函数。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请改用所列函数。

P039 = 表达式的结果是{ kind-found }，应为{ $expected ->
        [boolean] 是或否
        [text] 文字
       *[number] 数字
    }
    .help = 校验和 where 须得出是或否，如 rectified <= hazards；expr 须得出数字。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。校验和 where 须得出是或否，如 rectified <= hazards；expr 须得出数字。

P040 = 表达式太长，或嵌套太深
    .help = 请拆成几项数据；多项相加可写成 sum([a, b, c])。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请拆成几项数据；多项相加可写成 sum([a, b, c])。

P050 = 插件 { $id } 缺少模块文件 { $path }
    .help = 请把 plugin.toml 中 module 所写的文件放进插件文件夹，或重新安装插件。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请把 plugin.toml 中 module 所写的文件放进插件文件夹，或重新安装插件。

P051 = 插件 { $id } 的模块无法使用（{ $path }）：{ $reason ->
        [large] 文件超过 { $detail } MiB
        [empty] 其中没有函数
       *[file] 文件已损坏，不是 WebAssembly 模块，或用了本程序不支持的写法
    }
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

P070 = 插件 { $id } 没有示例
    .help = 请在 plugin.toml 中写一个 [[example]]，含 name、period 和 data，再运行 huibian plugin test --bless。
    .explain = 没有示例就无法检验插件。请在 plugin.toml 中写一个 [[example]]，含 name、period 和 data；huibian plugin test --bless 会补上实际结果。

P071 = “{ $given }”不能作为插件代号
    .help = 请用小写字母、数字和连字符，以字母开头，如 home-visits。
    .explain = 插件代号也是插件文件夹的名称和数据文件中表的名称，只能用小写字母、数字和连字符，以字母开头。

P072 = 插件 { $id } 没有编译成功：{ $reason }
    .help = 请按 cargo 的提示改正。沙箱模块需要安装 wasm32-unknown-unknown 目标，本机库需要写 crate-type = ["cdylib"]。
    .explain = huibian plugin build 和 plugin dev 在插件文件夹中运行 cargo build --release，并取用编译出的库或模块。沙箱模块需要安装 wasm32-unknown-unknown 目标，本机库需要写 crate-type = ["cdylib"]。

P073 = { $path } 无法安装：{ $reason ->
        [zip] 不是插件文件，或文件已损坏
        [list] 没有文件清单
        [outside] { $name } 会写到插件文件夹以外
        [extra] { $name } 不在清单中
        [missing] 缺少 { $name }
        [hash] { $name } 与清单不符
        [large] 内容过大
       *[differs] { $name } 的代号或版本与清单不一致
    }
    .help = 请向制作者重新索取由 huibian plugin pack 打出的文件。没有安装任何内容。
    .explain = 插件文件是一个 zip，其中有文件清单和校验值。凡与清单不符的，或会写到插件文件夹以外的，一律在安装前拒绝。请向制作者重新索取文件。

P074 = { $reason ->
        [version] 插件 { $id } 已安装版本 { $installed }，这个文件是版本 { $offered }
        [sources] 插件 { $id } 的文件夹中有源代码
       *[changed] 插件 { $id } { $installed } 已安装，但内容不同
    }
    .help = { $reason ->
        [sources] 如不再开发，请先移走该文件夹，以免丢失源代码。
       *[other] 如要替换，请加 --replace。
    }
    .explain = 安装时不会替换其他版本或改动过的插件，除非加 --replace。含 Cargo.toml 的文件夹是开发中的插件，任何时候都不替换。

P075 = 工作区没有使用插件 { $id }
    .help = 请在 workspace.toml 的 plugins 中加上 "{ $id }"。
    .explain = 只有 workspace.toml 的 plugins 列出的插件才读取单位数据、写入报告。请把插件代号加进去。

P076 = 无法监视文件：{ $reason }
    .help = 请改用 --once，改动后再次运行。
    .explain = huibian plugin dev 请系统通知文件改动，但系统拒绝了。请改用 --once，改动后再次运行。

P101 = 插件 { $id }：{ $message }
    .help = 请按提示补齐该部分数据。
    .explain = 插件问题。P0 开头的在运行前发现；P1 开头的只影响所在单位。请按提示补齐该部分数据。

P102 = { $message ->
        [none] 插件 { $id } 运行中出错，没有说明原因
       *[other] 插件 { $id } 运行中出错：{ $message }
    }
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

P120 = 插件 { $id } 运行中崩溃（{ $signal }），最后的输出：{ $said }
    .help = 请把该单位的数据和本提示交给插件作者。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。SIGSEGV 是访问了不该访问的内存，SIGABRT 是程序自行中止（如调用层次过深），SIGKILL 是被系统强行结束（多因内存不足）。请把该单位的数据和提示交给插件作者。

P121 = 插件 { $id } 没有给出结果就自行退出（退出码 { $exit }），最后的输出：{ $said }
    .help = 请把该单位的数据和本提示交给插件作者。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。插件应返回结果或说明原因，不应自行退出。请联系插件作者。

P122 = 插件 { $id } 在 { $seconds } 秒内没有给出结果
    .help = 请把该单位的数据交给插件作者；如确需更长时间，请提高其 plugin.toml 中的 limits.seconds。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。请把该单位的数据交给插件作者；如确需更长时间，请提高其 plugin.toml 中的 limits.seconds。

P123 = 插件 { $id } 扰乱了它与本程序之间的通信
    .help = 请联系插件作者。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。插件只应通过规定的方式交回结果，不应写入或关闭不是自己打开的文件。请联系插件作者。

P124 = 插件 { $id } 内存用尽（上限 { $limit } MiB），最后的输出：{ $said }
    .help = 请把该单位的数据交给插件作者；如确需更多内存，请提高其 plugin.toml 中的 limits.memory_mib。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。请把该单位的数据交给插件作者；如确需更多内存，请提高其 plugin.toml 中的 limits.memory_mib。

P125 = 插件 { $id } 连续 { $failures } 次运行失败，本次运行不再使用；首次失败：{ $first }
    .help = 请修好或更换该插件，或从 workspace.toml 的 plugins 中删去，然后重新运行；首次失败的代码可用 huibian explain 查看。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。插件接连垮掉时不再调用，以免拖延整次运行。请修好或更换该插件，或从 workspace.toml 的 plugins 中删去，然后重新运行。

P126 = 无法为插件 { $id } 启动进程：{ $reason }
    .help = 请关闭其他程序，或减小 --jobs；也可用 --isolation none 让插件在本程序内运行。
    .explain = 插件运行中垮掉，只影响本单位的这一部分，其他照常生成。请关闭其他程序，或减小 --jobs；也可用 --isolation none 让插件在本程序内运行。

P127 = { $reason ->
        [hosted] 本程序被启动来运行插件 { $id }，却没有这样做
       *[unasked] 没有可在本程序之外运行插件 { $id } 的程序
    }
    .help = 请在 main 的开头调用 huibian::serve_plugins()，或指定一个 huibian 程序来运行插件。
    .explain = 作为动态库的插件在各自的进程中运行，垮掉时只影响一个单位的一部分。内嵌汇编的程序用自身的副本运行插件，为此须在 main 的开头调用 huibian::serve_plugins()；也可以指定一个 huibian 程序来运行，或用 Isolation::None 让插件在本程序内运行。此代码写给内嵌汇编的开发者，huibian 本身不会出现。

P128 = { $key ->
        [run_fuel] 插件 { $id } 在本次运行中已用完总步数（{ $run } 步，另加每个单位 { $call } 步），不再使用
       *[run_seconds] 插件 { $id } 在本次运行中已用完总时间（{ $run } 秒，另加每个单位 { $call } 秒），不再使用
    }
    .help = 此前生成的报告有效。请联系插件作者；如果您了解这个插件，它确实需要更多，请在您自己的 { $path } 的 [limits] 下写更大的 { $key }，然后重新运行，已有效的不会再算。
    .explain = 插件如果在每个单位上都用到上限，单位多时一次运行会拖上几个小时。因此一次运行的全部调用合计也有上限：300 秒，另加每个单位 1 秒；模块为 25,000,000,000 步，另加每个单位 100,000,000 步。此后的单位以本代码失败，此前的报告照常生成。要更多，只能由使用者在自己的配置中写明。

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

U001 = { $reason ->
        [double] “{ $name }”填报了两次；另一处：{ $first }
       *[id] 两个单位的代号都是 { $id }；另一处：{ $first }
    }
    .help = { $reason ->
        [double] 重复填报的，请删去一处；确是两个同名的单位，请分别写明单位代号（表格的“单位代号”列，或 TOML 的 id）。
       *[id] 是同一个单位的，请删去一处；确是两个单位的，请给其中一个另写 id。
    }
    .explain = 同一单位的数据出现在两个文件或两行，或者两个单位用了同一代号。弄清以哪一处为准之前不会生成；单位各有一个文件的，其他单位照常生成。重复填报的，请删去一处；确是两个单位的，请给其中一个另写名称或 id。

U002 = { $label }（{ $field }）应为{ type-expected }，填的是 { $found }
    .help = 数字不加引号，文字加引号，日期写成 2023-04-05。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。数字不加引号，文字加引号，日期写成 2023-04-05。

U003 = { $of ->
        [ledger] 台账有一行缺少 { $label }（{ $field }）
       *[field] 缺少 { $label }（{ $plugin } 的 { $field }）
    }
    .help = { $of ->
        [ledger] 请补填该格；这一行不是记录的，请整行清空。
       *[field] 请补填。没有发生的填 0。
    }
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请补填。没有发生的填 0。

U004 = 没有插件需要 { $key }
    .help = 请核对名称，或删去。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请核对名称，或删去。

U005 = { $label }（{ $field }）不能小于 0，填的是 { $found }
    .help = 请核对数字。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请核对数字。

U006 = { $label }（{ $field }）含有不能写入文档的字符 { $character }
    .help = 请删去该字符，多为从别处粘贴带入。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请删去该字符，多为从别处粘贴带入。

U007 = { $label }（{ $field }）是空的
    .help = 没有内容时请留空；TOML 文件中请删去整行。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。没有内容时请删去整行。

U008 = { $label }（{ $field }）的日期不正确：{ $found }
    .help = 请写成 2023-04-05。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请写成 2023-04-05。

U009 = 没有填写单位名称
    .help = 请填写单位名称；TOML 文件中写在 [unit] 的 name。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请填写单位名称；TOML 文件中写在 [unit] 的 name。

U010 = “{ $given }”不能用作单位代号
    .help = 代号只含文字、数字和 - _ .。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。代号只含文字、数字和 - _ .。

U011 = 没有“{ $title }”部分的数据（{ $plugin }）
    .help = { $given ->
        [table] 请填写这个单位；只是分组的名称、不是单位的，请删去这一行。
       *[file] 请填写 [{ $plugin }] 一节。
    }
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请补上以插件代号为名的一节。

U012 = { $label }（{ $field }）有 { $found } 个字，最多 { $most } 个
    .help = 请缩短，可能误将整篇文字粘贴了进来。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。单位名称最多 200 个字，文字最多 100000 个字。请缩短，可能误将整篇文字粘贴了进来。

U020 = 缺少“{ $label }”（{ $name }）的数据
    .help = 请填写：{ $sources }。没有发生的填 0。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请填写所列各项之一。没有发生的填 0。

U021 = { $reason ->
        [negative] “{ $label }”按 { $expr } 算得 { $found }，不能小于 0
        [fraction] “{ $label }”按 { $expr } 算得 { $found }，不是整数
        [endless] “{ $label }”按 { $expr } 算得 { $found }，除不尽
        [large] “{ $label }”按 { $expr } 算得 { $found }，数字太大
       *[failed] “{ $label }”无法按 { $expr } 计算：{ $found }
    }
    .help = { $reason ->
        [endless] 请在 plugin.toml 中写明这项数据保留几位小数，如 scale = 2。
       *[other] 请核对算式中各项填报的数据。
    }
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请核对算式中各项填报的数据；除不尽的须在 plugin.toml 中写明小数位数（scale）。

D001 = { $reason ->
        [password] { $path } 设有密码，无法读取
        [format] { $path } 不是 Excel 工作簿
        [empty] { $path } 是空文件
        [broken] { $path } 已经损坏或不完整，无法读取
        [cells] { $path } 太大：有内容的单元格超过 200 万个
        [text] { $path } 太大：文字超过 64 MB
        [expanded] { $path } 展开后远大于文件本身，不像是正常的工作簿
        [size] { $path } 太大：超过 256 MB
        [values] { $path } 太大：超过 400 万个值
        [columns] { $path } 太大：一行超过 16384 个值
       *[other] 无法读取 { $path }
    }
    .help = { $reason ->
        [password] 请用密码在 Excel 或 WPS 中打开，去掉密码后保存。
        [empty] 请重新复制或下载这个文件；没有数据的，请移出这个文件夹。
        [format] 请用 Excel 或 WPS 打开看一看，另存为 .xlsx；打不开的，请换上原来的文件。
        [broken] 请重新复制或下载这个文件；用 Excel 或 WPS 能打开或修复的，另存为 .xlsx。
        [columns] 表应一行一个单位、一列一项内容：请转置，或按实际的分隔符另存；Excel 也放不下更多的列。
       *[other] 请用 Excel 或 WPS 打开，去掉用不到的行列，另存为 .xlsx。
    }
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请用 Excel 或 WPS 打开，去掉密码和用不到的行列，另存为 .xlsx。

D002 = { $reason ->
        [missing] 没有名为“{ $sheet }”的工作表；现有：{ $known }
        [wide] { $sheet } 的各个值之间是全角的逗号或分号
       *[header] { $sheet } 中找不到表头
    }
    .help = { $reason ->
        [missing] 请核对 workspace.toml 中 [units] 的 sheet，或工作表的名称。
        [wide] 请改为半角逗号，或用表格软件另存为 CSV。
       *[header] 表头行须有一列写“单位”“乡镇”或“部门”等，并在前 20 行之内；一格一项的表式请运行 huibian map 表格文件，按提示写 [units.cells]。
    }
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。表头行须有一列写“单位”“乡镇”或“部门”等，并在前 20 行之内；一格一项的表式请运行 huibian map 表格文件，按提示写 [units.cells]。

D003 = 没有插件需要“{ $header }”这一列
    .help = 请改为填报项的名称，或在 workspace.toml 的 [units.columns] 中写明它是哪一项（huibian map 表格文件）；不读取的列请写“备注”。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请改为填报项的名称，或在 workspace.toml 的 [units.columns] 中写明它是哪一项（huibian map 表格文件）；不读取的列请写“备注”。

D004 = { $reason ->
        [other] “{ $header }”与“{ $other }”（{ $first }）是同一项
       *[same] “{ $header }”有两列；另一列在 { $first }
    }
    .help = 请删去其中一列；两个表并排放的，请把后一个表放到另一张工作表，或并成一个表。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请删去其中一列。

D005 = “{ $header }”不止一项叫这个名称
    .help = 请写成其中之一：{ $candidates }。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请写成其中之一：…。

D006 = 缺少必填的一列：{ $label }（{ $key }）
    .help = 请补上这一列，或用 huibian form 重新生成填报表。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请补上这一列，或用 huibian form 重新生成填报表。

D007 = 有数据却没有写单位的行：{ $rows }
    .help = 请填写单位名称；合并的单元格请拆开后逐行填写。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请填写单位名称；合并的单元格请拆开后逐行填写。

D008 = 主表中没有单位“{ $unit }”，台账中却有它的 { $rows } 行
    .help = 请与主表中的单位名称写成一样。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请与主表中的单位名称写成一样。

D009 = 这个单元格被合并在 { $range } 中，无法知道它的值
    .help = 请取消合并，逐格填写。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请取消合并，逐格填写。

D010 = { $reason ->
        [measure] { $label }填的是“{ $found }”，单位应为“{ $measure }”
        [inexact] { $label }填的是“{ $found }”，换算后不是整数
        [percent] { $label }填的是百分数“{ $found }”
        [separator] { $label }填的“{ $found }”中逗号的位置不对
        [large] { $label }填的“{ $found }”太大
        [unseen] { $label }填了数，单元格的格式却不显示
       *[other] { $label }应为数字，填的是“{ $found }”
    }
    .help = { $reason ->
        [measure] 请换算成这个单位，只填数字。
        [percent] 请填数字本身，不填占比；这一项本应按百分比填的，请与下发表格的人核对。
        [separator] 请写成 12345 或 12,345。
        [inexact] 请填确切的数字，写全各位。
        [large] 请核对数字和它的单位。
        [unseen] 请改用能显示数的格式，核对之后再保存；不该有数的，请清空单元格。
       *[other] 请只填一个确切的数字；没有发生的填 0，不清楚的留空。
    }
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请只填一个确切的数字；没有发生的填 0，不清楚的留空。

D011 = { $label }的公式出错：{ $found }
    .help = 请改正公式，或直接填写数值。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请改正公式，或直接填写数值。

D012 = { $label }的公式还没有计算结果
    .help = 请用 Excel 或 WPS 打开并保存一次，或直接填写数值。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请用 Excel 或 WPS 打开并保存一次，或直接填写数值。

D013 = { $label }应为{ type-expected }，填的是“{ $found }”
    .help = 是或否请填“是”“否”；应填文字的日期或数，请先把单元格设为文本格式，再照样写一遍。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。是或否请填“是”“否”；应填文字的日期或数，请先把单元格设为文本格式，再照样写一遍：只改格式，日期会变成 45021 这样的数。

D014 = { $reason ->
        [year] { $label }填的是“{ $found }”，没有写年份
        [short] { $label }填的是“{ $found }”，年份须写四位
        [day] { $label }填的是“{ $found }”，没有写到日
       *[other] { $label }填的是“{ $found }”，不是日期
    }
    .help = 请写成 2023-04-05、2023.4.5 或 2023年4月5日。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请写成 2023-04-05、2023.4.5 或 2023年4月5日。

D015 = { $path } 不是 { $encoding } 编码的文字
    .help = 请用记事本打开，另存为时编码选 UTF-8。表格的编码可在 [units] 中写 encoding。
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。请用记事本打开，另存为时编码选 UTF-8。表格的编码可在 [units] 中写 encoding。

D016 = { $found ->
        [0] 这个文件里没有单位
       *[other] 这个文件里有 { $found } 个单位
    }
    .help = { $found ->
        [0] 请在“单位”一列写上单位名称；不是单位数据的，请移出这个文件夹。
       *[other] 一个文件一个单位；多个单位一张表请在 [units] 中用 workbook 或 table。
    }
    .explain = 单位数据问题，只影响该单位，其他单位照常生成。一个文件一个单位；多个单位一张表请在 [units] 中用 workbook 或 table。

D017 = 工作表“{ $sheet }”里有单位的数据，但没有这个名称的台账
    .help = 请改为台账的名称；不需要的请删去。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请改为台账的名称；不需要的请删去。

D018 = 这一列有数据，却没有表头
    .help = 请补上表头，或删去这一列。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请补上表头，或删去这一列。

D019 = [units] 的 { $key } 不能写“{ $given }”；可写：{ $known }
    .help = 请改正 workspace.toml。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请改正 workspace.toml。

D020 = [units] 中 data、workbook、table 须写且只写一项
    .help = data 是每个单位一个文件的文件夹，workbook 是工作簿，table 是 CSV 文件；source 指明由什么读取 data，只能与 data 同用。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。data 是每个单位一个文件的文件夹，workbook 是工作簿，table 是 CSV 文件；source 指明由什么读取 data，只能与 data 同用。

D021 = { $sheet } 中有隐藏的行或列（行：{ $rows }；列：{ $columns }），其中的数据照常读取
    .help = 请确认这些数据有效。
    .explain = 数据表的提醒，不影响生成。请确认这些数据有效。

D022 = 没有收到“{ $unit }”{ $period }的数据
    .help = { $listed ->
        [parents] 请催报；已撤并的请从 [[parents]] 的 units 中删去。
        [previous] 请催报。该单位上期报过数据；如已撤并，请在 [units] 的 known 中列出现有单位。
       *[known] 请催报；已撤并的请从 [units] 的 known 中删去。
    }
    .explain = 数据表的提醒，不影响生成。[units] 的 known 或 [[parents]] 的 units 列出的单位，或者上期报过数据的单位，都应有数据。请催报，或从名单中删去。

D023 = 未读取 { $path }：不是单位的数据文件
    .help = 单位的数据文件为 .toml、.xlsx、.xls、.xlsb、.et、.ods 或 .csv。
    .explain = 数据表的提醒，不影响生成。单位的数据文件为 .toml、.xlsx、.xls、.xlsb、.et、.ods 或 .csv。

D024 = { $kind ->
        [total] 未读取合计行：{ $rows }（“{ $name }”等）
        [part] 未读取“其中”、平均、同比一类的行：{ $rows }（“{ $name }”等）
        [codes] 未读取栏次行：{ $rows }（“{ $name }”等）
        [nothing] 写着“无”的、只有日期和 0 的行按没有记录处理：{ $rows }（“{ $name }”等）
        [head] 未读取重复的表头：{ $rows }（“{ $name }”等）
       *[note] 未读取附注、签名一类的行：{ $rows }（“{ $name }”等）
    }
    .help = { $kind ->
        [nothing] 确有记录的，请写明内容；确实没有的不用改。
       *[other] 这些行不是数据。如确有单位叫这个名称，请写进 workspace.toml [units] 的 known。
    }
    .explain = 数据表的提醒，不影响生成。合计由程序计算；附注、填表人、栏次等不是数据。如确有单位叫这个名称，请写进 workspace.toml [units] 的 known。

D025 = { $reason ->
        [hidden] 未读取隐藏的工作表“{ $sheet }”
        [period] 未读取工作表“{ $sheet }”：不是本期的
       *[other] 未读取工作表“{ $sheet }”
    }
    .help = 台账的工作表须用台账的名称；要读取的工作表可在 [units] 的 sheet 中写明。
    .explain = 数据表的提醒，不影响生成。台账的工作表须用台账的名称；要读取的工作表可在 [units] 的 sheet 中写明。

D040 = { $of ->
        [forms] “{ $name }”表的{ $label }写的是 { $stated }，各单位相加是 { $ours }
        [files] “{ $name }”文件的{ $label }写的是 { $stated }，各单位的文件相加是 { $ours }
       *[rows] “{ $name }”行的{ $label }写的是 { $stated }，各行相加是 { $ours }
    }
    .help = 请核对：可能有漏填、填错的，或合计没有重算。
    .explain = 数据表的提醒，不影响生成；报告用的是各行相加的数。请核对：可能有一行漏填、填错，或合计没有重算。

D041 = { $label }中有内容完全相同的行：{ $rows }；都计入了
    .help = 如是重复登记，请删去多余的行。
    .explain = 数据的提醒，不影响生成。台账中有内容完全相同的行，都计入了。如是重复登记，请删去多余的行。

D042 = { $all ->
        [no] 有{ $count }个单位不在单位名单中，如{ $units }等
       *[yes] 不在单位名单中的单位：{ $units }
    }
    .help = 如是写错的名称，请改正；如是新增的单位，请写进 workspace.toml [units] 的 known 或 [[parents]] 的 units。
    .explain = 数据的提醒，不影响生成。workspace.toml 中写有单位名单（[units] 的 known，或 [[parents]] 的 units），而这个单位不在其中。如是写错的名称，请改正；如是新增的单位，请补进名单。

D043 = 工作表“{ $sheet }”的名称不是本期（{ $period }）
    .help = 请确认其中是本期的数据，并把工作表改为本期的名称。
    .explain = 数据表的提醒，不影响生成。工作表的名称写的是另一期。请确认其中是本期的数据，并把工作表改为本期的名称。

D044 = { $reason ->
        [ledger] 不知道“{ $label }”的哪一张工作表是{ $period }的数据：{ $sheets }
       *[main] 不知道哪一张工作表是{ $period }的数据：{ $sheets }
    }
    .help = { $reason ->
        [ledger] 请把本期各行合到一张名为“{ $label }”的工作表中，其余的删去或隐藏。
       *[main] 请在 workspace.toml 的 [units] 中写 sheet = "工作表名称"，或删去多余的工作表。每个单位一张工作表的，请在 [units.cells] 中写明各项在哪里，如 "插件.填报项" = { "{" } above = "表头" { "}" }。
    }
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请在 workspace.toml 的 [units] 中写 sheet，或删去多余的工作表；台账请只留本期的一张。

D045 = 表头中看不懂的列：{ $headers }
    .help = 请改为填报项的名称；或运行 huibian map 表格文件，按提示写 [units.columns]。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请改为填报项的名称；或运行 huibian map 表格文件，按提示写 [units.columns]。

D046 = 这一行的引号打开之后一直没有关闭
    .help = 请补上或删去这个引号；引号里的引号请写两次。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。引号不关闭，后面的行都会成为这一格的文字。请补上或删去这个引号。

D047 = { $what ->
        [sheet] [units.cells] 的 { $key }：没有工作表“{ $name }”
        [row] [units.cells] 的 { $key }：没有一行的行标题是“{ $name }”
        [column] [units.cells] 的 { $key }：没有一列的列标题是“{ $name }”
        [twice] [units.cells] 的 { $key }：“{ $name }”不止一处
       *[label] [units.cells] 的 { $key }：没有一格写着“{ $name }”
    }
    .help = 请对照表格改正 workspace.toml，或运行 huibian map 表格文件。
    .explain = 数据表问题，只影响该单位。[units.cells] 写明每个填报项在表格的哪一格。请对照表格改正 workspace.toml，或运行 huibian map 表格文件。

D048 = { $reason ->
        [sum] 未读取“{ $header }”列：各列的合计由程序计算
        [other] 未读取“{ $header }”列：不是本期的数
       *[aside] 未读取“{ $header }”列：不是填报项
    }
    .help = 如需读取，请在 workspace.toml 的 [units.columns] 中写明它是哪一项。
    .explain = 数据表的提醒，不影响生成。如需读取，请在 workspace.toml 的 [units.columns] 中写明它是哪一项。

D049 = { $reason ->
        [factor] “{ $header }”一列以“{ $said }”计，填报项“{ $label }”以“{ $own }”计
        [unsaid] “{ $header }”一列以“{ $said }”计，填报项“{ $label }”没有写明以什么计
        [several] 这些列以“{ $said }”计，对应的填报项以“{ $own }”计：{ $headers }
        [cell] “{ $header }”以“{ $said }”计，填报项“{ $label }”以“{ $own }”计
       *[other] “{ $header }”一列以“{ $said }”计，填报项“{ $label }”以“{ $own }”计，两者不能换算
    }
    .help = { $reason ->
        [factor] 请在 workspace.toml 的 [units.columns] 中写明换算："{ $header }" = {"{"} field = "{ $key }", factor = { $factor } {"}"}；或在表中改按“{ $own }”填写并改表头。
        [cell] 请在 workspace.toml 的 [units.cells] 中给 { $key } 写上 factor = { $factor }；或在表中改按“{ $own }”填写。
        [several] 请运行 huibian map 表格文件 --write，由它写明换算；或在表中改按“{ $own }”填写并改表头。
       *[other] 确是这一项的，请在 workspace.toml 的 [units.columns] 中写："{ $header }" = "{ $key }"。
    }
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。表头或表格上方写明的计量单位与填报项的不同，数字照抄就会差若干倍。请在 workspace.toml 的 [units.columns] 中写明换算（factor），或改表。

D050 = { $label }写的是“{ $found }”，没有写出内容
    .help = 请照上一格把内容写出来。
    .explain = “同上”只有在原表中、按原来的顺序才看得懂，程序不猜。请照上一格把内容写出来。

D051 = 第 { $row } 行又是一个表头：这张工作表里不止一个表
    .help = 请把后一个表放到另一张工作表，或并入前一个表，每个单位一行。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。请把后一个表放到另一张工作表，或并入前一个表，每个单位一行。

D052 = “{ $name }”一行只有名称，什么也没有填
    .help = 是分组标题的，请删去这一行，或移到另一列；是单位的，请补填。
    .explain = 数据表的提醒，不影响生成。别的行都填了数据，这一行只有名称，可能是漏报，也可能是分组标题。是分组标题的，请删去这一行，或移到另一列；是单位的，请补填。

D053 = { $label }以“%”计，第 { $rows } 行填的是小于 1 的数，如 { $found }
    .help = 请核对：0.984 读作 0.984%；如是 98.4%，请填 98.4 或 98.4%。
    .explain = 数据表的提醒，不影响生成。百分数的格式丢失后，98.4% 会变成 0.984。0.984 读作 0.984%；如是 98.4%，请填 98.4 或 98.4%。

D054 = 这些工作表各按一个单位读取：{ $sheets }
    .help = 如有不是单位的工作表，请删除或隐藏；把各单位写入 workspace.toml 的 [units] known 后不再提醒。
    .explain = 数据表的提醒，不影响生成。汇总工作簿中每个单位一张工作表，表内没有写明单位时以工作表名为单位名。如有不是单位的工作表，请删除或隐藏；把各单位写入 workspace.toml 的 [units] known 后不再提醒。

D055 = 工作表“{ $sheet }”第 { $rows } 行有加了删除线的单元格，仍按有效数据读取
    .help = 如已作废，请删除；如有效，请去掉删除线。
    .explain = 数据表的提醒，不影响生成。删除线是否表示作废，程序不作猜测，仍按有效数据读取。如已作废，请删除；如有效，请去掉删除线。

D056 = { $label }填的是“{ $found }”，其中一部分加了删除线，无法确定哪些有效
    .help = 请删去已作废的部分，或去掉删除线。
    .explain = 单元格中加了删除线的部分通常表示作废，其余部分才有效；连在一起读就都不是了：13 改为 15 会读成 1315。请删去已作废的部分，或去掉删除线。整个单元格加了删除线的，照常读取并提醒（D055）。

D057 = 表的标题“{ $title }”不是{ $period }的
    .help = 请核对表中是不是本期数据，并改正标题。
    .explain = 数据表的提醒，不影响生成。由上期的表改来的，可能仍是上期的数据。请核对表中是不是本期数据，并改正标题。

D058 = 工作表“{ $sheet }”第 { $rows } 行有单元格的数是 0，格式却显示为横线或空白，按没有填写处理
    .help = 确为 0 的，请改用能显示 0 的格式。
    .explain = 数据表的提醒，不影响生成。单元格以看到的为准，空白就是没有填写，不等于 0。确为 0 的，请改用能显示 0 的格式，或让零值显示出来。

D059 = 这一行的值比表头多，其中的 { $found } 没有加引号，被逗号分成了两个值
    .help = 请去掉数字中的逗号，或加上引号："{ $found }"。
    .explain = CSV 文件以逗号分隔，1,234 这样的数不加引号就成了两个值，后面的值都错了一列，因此不读取这个文件。请去掉数字中的逗号，或加上引号。

D060 = { $reason ->
        [indent] 第 { $rows } 行（“{ $name }”等）缩进在别的单位之下，仍各按一个单位读取
        [sum] 第 { $rows } 行（“{ $name }”）的数正好是相邻各行之和，仍按单位读取
        [file] 这些文件的单位（“{ $name }”等）不像单位名称，仍各按一个单位读取：{ $rows }
       *[name] 第 { $rows } 行（“{ $name }”）不像单位名称，仍按单位读取
    }
    .help = { $reason ->
        [indent] 只是上一行的一部分的，请在名称前写“其中：”；上一行是小计的，请写明“小计”。确是单位的，请写进 workspace.toml [units] 的 known。
        [sum] 是合计的，请写明“合计”或“小计”。确是单位的，请写进 workspace.toml [units] 的 known。
        [file] 合计、样表和空表，请移出这个文件夹；没有写对单位名称的，请改正。确是单位的，请写进 workspace.toml [units] 的 known。
       *[name] 不是单位的，请删去这些行。确是单位的，请写进 workspace.toml [units] 的 known。
    }
    .explain = 数据表的提醒，不影响生成。合计、分组和凑数的行若当作单位，汇总时就会重复计算。确是单位的，请写进 workspace.toml [units] 的 known，不再提醒。

D061 = 有两个单位都叫“{ $name }”；另一处：{ $first }
    .help = 同一个单位报了两次的，请删去一处。确是两个单位的，请把两个代号写进 workspace.toml [units] 的 known。
    .explain = 数据的提醒，不影响生成。两处的单位代号不同（文件名就是代号），名称相同，都计入了汇总。同一个单位报了两次的，请删去一处。

D062 = [units.columns] 写了、表中却没有的表头：{ $headers }
    .help = 表头改了名称的，请照表改正 workspace.toml；不再有的，请删去这一行。
    .explain = 数据表的提醒，不影响生成。[units.columns] 写明了这些表头是哪一项，表中却没有这样的列，对应的填报项因此没有数据。请照表改正，或运行 huibian map 表格文件。

D063 = 工作表“{ $sheet }”的单元格有批注，没有读取：{ $cells }
    .help = 批注中如有更正或说明，请写进单元格或“备注”列。
    .explain = 数据表的提醒，不影响生成。批注不是数据，不读取；其中可能有对数的更正，请看一看。

D064 = 这些行的值比表头多：{ $rows }
    .help = 文字中有逗号的，请把整格文字写在引号里；多出的值请删去。
    .explain = 数据表问题，改正之前整次运行不会开始（每个单位一个文件时只影响该单位）。CSV 文件以逗号分隔，文字中的逗号不在引号里，后面的值就都错了一列。请把整格文字写在引号里，或删去多出的值。

D065 = 这些文件的名称与其中写的单位不一致：{ $files }
    .help = 请核对是谁的数据：单位名称写错的请改正，文件名错的请改名。
    .explain = 数据的提醒，不影响生成；以文件里写的单位为准。文件名是一个单位，里面写的却是另一个单位，多半是用别人的表改的，或者放错了文件。请核对。

D066 = 文件夹中没有读取的文件：{ $files }
    .help = 是单位数据的，请另存为 .xlsx、.csv 等，直接放在这个文件夹里；不是的，请移出这个文件夹。
    .explain = 数据的提醒，不影响生成。文件夹里的 Word、PDF、压缩包和下一层文件夹不读取；如果是单位报来的数据，这个单位就没有报告。请另存为 .xlsx、.csv 等；不是数据的，请移出。

K001 = { $message }
    .explain = plugin.toml 或 workspace.toml 的 [checks] 中声明的一条校验规则不成立，提示文字由规则的作者写定。报告照常生成；severity 为 error 的，报告不得上报，退出码为 1。规则中的数据缺少时不校验。

K002 = { $message }
    .explain = 插件的代码对这个单位的数据所作的提示，文字由插件写定。报告照常生成；severity 为 error 的，报告不得上报，退出码为 1。

K003 = 校验 { $check } 无法计算（{ $reason }）
    .explain = 一条校验规则计算不出结果，例如数字太大，因此没有结论。请由规则的作者修改 [checks] 中的 rule。

K004 = { $label }第{ $row }行的日期{ $date }不在{ $period }内，未计入。
    .explain = 台账中日期不在报告期内的行不计入数据。请核对日期；如果这一行属于别的报告期，可以不改。

K005 = { $label }为{ $total }{ $measure }，各项之和为{ $sum }{ $measure }（{ $parts }）{ $reason ->
        [rounding] ，相差{ $rest }{ $measure }，可能是四舍五入所致；确实如此的，可在 plugin.toml 中用 tolerance 声明
        [stale] ，而合计与上期相同，可能没有更新，请核对
        [rest] ，有{ $rest }{ $measure }没有分到各项，请核对
       *[over] ，两者不符，请核对
    }。
    .explain = plugin.toml 用 parts 声明了一项数据由哪几项相加得出，填报的合计与各项之和不同。tolerance 声明了可以相差多少。有一项没有填报时，只有其余各项已超过合计才提示。

K006 = { $label }填报为{ $given }{ $measure }，按{ $numerator }、{ $denominator }计算应为{ $computed }{ $measure }，已按计算结果写入报告。
    .explain = 填报的比率与按分子、分母计算的不同。报告以计算结果为准；填报的比率少写几位小数的，四舍五入后相同即可。

K007 = { $label }为{ $now }{ $measure }，{ $earlier }为{ $before }{ $measure_before }，相差超过{ $factor }倍，请核对。
    .explain = plugin.toml 用 jump 声明了一项数据与上期相差几倍以上须核对。没有声明的，相差1000倍以上（如万元栏里按元填）也提请核对。确实如此的，可以不改。

K008 = 以下数据与{ $earlier }相同，请确认不是沿用旧数：{ $counts }。
    .explain = 这几项数据与已结账的上期完全相同，可能是忘了更新。确实相同的，可以不改；本来就不变的数据，可在 plugin.toml 中写 unchanged = "off"。

K009 = “{ $label }”提到另一单位“{ $unit }”，请确认不是套用他处的文字。
    .explain = 一个单位填报的文字里出现了另一单位的名称。主送机关不算。确有其事的，可以不改。

K010 = “{ $label }”写到“{ $said }”，不在{ $period }内，请确认不是沿用旧稿。
    .explain = 文字里的日期或季度属于上期或上年同期，可能是沿用了旧稿。写明与以往比较的不算。确有其事的，可以不改。

K011 = “{ $label }”写{ $count }{ $said }{ $measure }，{ $basis ->
        [previous] 上期
        [last_year] 上年同期
        [to_date] 本年累计
       *[now] { "" }
    }统计为{ $found }{ $measure }，请核对。
    .explain = 文字里某项数据名称旁边的数字与统计的不同。分别写明各部分、相加等于统计数的不算。

K012 = “{ $label }”中{ $count }有{ $first }{ $measure }、{ $second }{ $measure }两个数，请核对。
    .explain = 一段文字里同一项数据写了两个不同的数字。

K013 = “{ $label }”有{ $count }个单位填报的文字几乎相同：{ $units }{ $all ->
        [no] 等
       *[yes] { "" }
    }，请确认不是相互照抄。
    .explain = 几个单位同一项的文字，除去单位名称后几乎一字不差。本来就是统一要求的文字，可以不改。

K014 = 正文字体没有{ $characters }，PDF 中用“{ $face }”代替。
    .explain = 样式所用的字体里没有这些字，PDF 中这些字用本机的另一种字体印出，字形可能略有不同。

K015 = 本机各种字体都没有{ $characters }，PDF 中印为“〓”。请安装收字较全的字体。
    .explain = 本机没有一种字体收有这些字，PDF 里印不出来。请安装收字较全的字体后重新生成。

K016 = { $unit }的{ $label }填为{ $given }{ $measure }，按分子、分母计算应为{ $computed }{ $measure }，已按计算结果存入。
    .explain = 导入的表格里一项比率与按分子、分母计算的不同。存入的是计算结果；表格里少写几位小数的，四舍五入后相同即可。

K017 = “{ $label }”写{ $count }“{ $said }”，{ $basis ->
        [last_year] 上年同期
       *[previous] { $earlier }
    }为{ $before }{ $measure }，现为{ $now }{ $measure }，请核对。
    .explain = 文字里写的增减方向或幅度，与按已结账的上期（或上年同期）和本期数据算得的不同。增长率四舍五入后相同即可。

K018 = “{ $label }”写“{ $said }”，而{ $count }统计为{ $found }{ $measure }，请核对。
    .explain = 文字里说没有，而数据不是0。说的是一部分、另一时期或新增情况的不算。

K019 = “{ $label }”写“{ $said }”，而{ $count }{ $found }{ $measure }中{ $part }{ $done }{ $measure }，请核对。
    .explain = 文字里说已全部完成，而数据表明只完成了一部分。

K020 = “{ $label }”写“{ $said }”，而{ $count }统计为0{ $measure }，请核对。
    .explain = 文字里说有，而数据为0。

K021 = “{ $label }”写“{ $said }”，而{ $earlier }{ $count }已有{ $found }{ $measure }，请核对。
    .explain = 文字里说是首次，而已结账的上期已经有了。

K022 = “{ $label }”中各部分之和为{ $sum }{ $measure }，多于合计{ $whole }{ $measure }，请核对。
    .explain = 文字里“其中”之后的各部分加起来多于前面的合计。

K023 = “{ $label }”中的“{ $said }”还没有填写，请补齐。
    .explain = 文字里留有待填写的标记，例如××、____、（ ）、【单位名称】。

K024 = “{ $label }”写到“{ $said }”，没有这一天，请核对。
    .explain = 文字里的日期在日历上不存在，例如4月31日。

K025 = “{ $label }”写到“{ $said }”，而报告单位是{ $unit }，请确认不是套用他处的文字。
    .explain = 文字里自称的级别与报告单位不同，例如镇的报告写“我县”。确有其事的，可以不改。

K026 = “{ $label }”写到“{ $said }”，本单位名称是{ $unit }，请核对。
    .explain = 文字里的名称与本单位的名称只差一字，或者只是级别不同。确是另一地名的，可以不改。

K027 = “{ $label }”与{ $earlier }的文字完全相同，请确认不是沿用旧稿。
    .explain = 这段文字除标点外与已结账的上期一字不差。本来就不变的，可以不改。

K028 = { $label }为{ $now }{ $measure }，以往{ $periods }期在{ $least }至{ $most }{ $measure }之间（中位数{ $usual }），相差太大，请核对。
    .explain = plugin.toml 用 outlier = true 声明了一项数据与本单位以往各期相差太大时须核对；有四期以上已结账的数据才比较。确实如此的，可以不改。

K029 = { $label }为{ $given }{ $measure }，{ $reason ->
        [small] 小于下限
       *[large] 大于上限
    }{ $bound }{ $measure }，请核对。
    .explain = plugin.toml 用 min、max 声明了一项数据的范围。

K030 = { $given }已填报，{ $missing }没有填报，请补齐或一并去掉。
    .explain = [checks] 中用 together 声明了几项须同时填报。

K031 = { $missing }都没有填报，至少须填一项。
    .explain = [checks] 中用 either 声明了几项至少须填一项。

K032 = 校验 { $check } 所用的{ $missing }没有填报，请补齐。
    .explain = [checks] 中的规则写有 missing = "fault"：所用的数据没有填报时须补齐。

K033 = { $label }第{ $row }行与第{ $first }行重复（{ $columns }相同），请核对。
    .explain = 台账中有两行在 unique 声明的各列上相同（不计空格和全角半角），可能重复登记。两行都已计入。

K034 = { $label }第{ $row }行的{ $column }“{ $said }”在{ $ledger }中没有，请核对。
    .explain = plugin.toml 用 refers 声明了这一列须是另一台账中已有的。

K035 = { $label }第{ $row }行没有填{ $column }，未计入。
    .explain = 台账有日期列时，没有日期的行不知是否属于本期，因此不计入。请补上日期。

K036 = { $label }的来源“{ $said }”{ $reason ->
        [field] 没有填报
        [row] 不存在
       *[period] 不在报告期内
    }，请插件的作者核对。
    .explain = 插件说明一项数据来自哪些记录，而单位的数据中没有这些记录，或者它们不在报告期内、没有日期。数据是否正确，请核对。

K037 = “{ $label }”说有{ $announced }项，列了{ $given }项，请核对。
    .explain = 文字里先说有几件事、几个方面，后面逐项列出的却不是这么多。

K038 = “{ $label }”列到“{ $said }”，缺第{ $number }项，请核对。
    .explain = 文字里用“一是”“二是”“（一）”“（二）”逐项列出，中间缺了一项，或者有两项序号相同。

K039 = “{ $label }”计划于“{ $said }”完成，而报告期是{ $period }，请确认不是沿用旧稿。
    .explain = 文字里打算做的事，时限在报告期最后一个月以前。已经做完的，请改写；时限是下一年的，请写明年份。

K040 = “{ $label }”写到“{ $said }”，本单位另一处文字说这一名称已更改，请核对。
    .explain = 一处文字里说明某单位已经更名，另一处仍用原来的名称。写作“原某某”的不算。

K041 = { $label }第{ $row }行的日期{ $date }早于所指的{ $ledger }第{ $other }行（{ $since }），请核对。
    .explain = plugin.toml 用 refers 声明了一行所指的另一台账的行；所指的事还没有发生，这一行就已经有了。

K042 = { $label }第{ $row }行的{ $column }{ $date }早于{ $begin }{ $since }，请核对。
    .explain = 同一行中，结束、办结、整改之类的日期早于开始、受理、检查之类的日期。

K043 = { $label }没有填报，{ $earlier }为{ $before }{ $measure }，请补齐；本期没有的，请填0。
    .explain = 已结账的上期（以及上年同期）填报过的数据，本期没有填报。没有填报不等于0。

K044 = { $label }为0，而{ $others }为{ $found }{ $measure }，请核对。
    .explain = [checks] 中用 together 声明了几项须同时填报：活动没有开展，就不会有参加活动的人数。

K045 = { $label }填为{ $given }{ $measure }，是负数，请核对。
    .explain = 数量和金额不会小于0。增减、差额、结余之类可以是负数，不提示；其他确实可以是负数的，请在 plugin.toml 中用 min 声明下限。

K046 = “{ $label }”写“{ $said }”，{ $reason ->
        [sum] 各项相加为{ $found }
        [share] 按前面的数计算为{ $found }%
        [average] 按前面的数计算为{ $found }
        [direction] 增减与前后两个数不符
        [beyond] 减少不会超过100%
        [range] 终止早于起始
        [product] 按单价和数量计算为{ $found }
        [difference] 前后两数相差{ $found }
        [more] 多于前面的{ $found }
        [over] 不会超过100%
        [below] 不会少于0
        [again] 前面写的是{ $found }
        [clock] 没有这个时刻
        [short] 应有{ $found }
        [all] 前面共有{ $found }，并非全部
        [compared] 后者为{ $found }
        [most] 另有{ $found }
        [rows] 台账中为{ $found }
        [times] 按统计数为{ $found }倍
        [measure] 应以“{ $found }”计
        [earlier] 今年此前的季度平均为{ $found }
        [left] 按统计数还有{ $found }
       *[weekday] 这一天是{ $found }
    }，请核对。
    .explain = 一句话里的几个数字或日期互相不符：合计不等于各项相加，占比、平均数与前面的数不符，由多到少写成增加，下降超过100%，满意率一类超过100%，采纳多于征集，单价乘以数量不等于总额，前后两处数目不一，起止颠倒，星期与日期不符。

K047 = “{ $label }”在“{ $said }”处没有写完，或标点没有成对，请核对。
    .explain = 文字停在逗号、顿号、冒号或“以下”“包括”一类的词上，或者引号、书名号、括号没有成对。

K048 = “{ $label }”中“{ $said }”写了两遍，请核对。
    .explain = 一段文字中有两句完全相同，或者同一个词、标点接连写了两次，可能是重复粘贴。

K049 = “{ $label }”中有身份证号码，请删去。
    .explain = 报告中不写个人的身份证号码。

K050 = 以下内容比一行还长，只能在行内断开：{ $words }
    .explain = 需要核对的情况；报告照常生成。某个单词、编码或网址比所在的行或列还长，会转到下一行。请核对是否有误，或给该列更多宽度。

K051 = “{ $label }”中的“{ $said }”应为“{ $right }”，请核对。
    .explain = 文字中有常见的错别字。确是人名、地名的，可以不改。

K052 = { $label }第{ $row }行的{ $column }为{ $given }，多于{ $whole }{ $found }，请核对。
    .explain = 同一行中，异常、合格、实到之类的数多于筛查、抽检、应到之类的数。

K053 = { $label }第{ $row }行的“{ $flag }”为否，却填了{ $column }{ $date }，请核对。
    .explain = 同一行中，“是否整改”一类为否，又填了整改的日期。

K054 = { $label }为{ $now }{ $measure }，多于{ $whole }{ $found }{ $measure }，请核对。
    .explain = 名称上是一部分的数据多于全部：支付多于安排，办结多于受理，本期多于今年以来。除累计数外，以前各期也曾多于的不提示。

K055 = { $label }第{ $row }行的{ $column }为{ $given }，{ $per ->
        [none] 其他各行为{ $least }至{ $most }
       *[other] 按其他各行的{ $per }推算应在{ $least }至{ $most }之间
    }，请核对是否多写或少写一位。
    .explain = 台账中一行的数与其他各行相差五倍以上，而其他各行彼此相近。

K056 = { $label }为{ $now }{ $measure }，{ $reason ->
        [first] 本年第一期应与{ $part }相同，
        [most] 上期累计加本期{ $part }最多
        [least] 上期累计已
       *[sum] 上期累计加本期{ $part }应
    }为{ $found }{ $measure }，请核对。
    .explain = 今年以来的累计数，应等于上一期的累计数加上本期数；一年的第一期等于本期数。按户、家、人等计的，同一户可能一年只计一次，累计数就不少于上一期的累计数、不多于两者之和。可能没有加上本期，或者接着加了去年的。

K057 = { $reason ->
        [odd] 正文止于奇数页，版记单独排在背面一页
        [room] 正文的末页放不下版记，版记单独排在另一张纸的背面
        [long] 版记超过一页，单独占用几页
        [turned] 末页是横排页，版记单独排在其后的竖排页
       *[notes] 正文末页底部可能有脚注，版记单独排在下一页
    }
    .explain = 需要核对的情况；报告照常生成。版记排在末页（偶数页）底部（GB/T 9704-2012，7.4），只在必要时才单独占一页，没有正文。不希望这样的，可把正文增减几行；末页是横排表格的，可在表后补写几行文字。这是估计，不同软件排版可能相差一两行。

K058 = { $reason ->
        [moved] 主送机关过多，首页排不下正文，已移至版记
       *[none] 主送机关过多，首页排不下正文，又没有版记可移
    }
    .explain = 需要核对的情况；报告照常生成。主送机关过多而使首页不能显示正文的，移至版记，排在抄送机关之上（GB/T 9704-2012，7.3.2）。在 [document] 中写了 printer 才有版记；样式的 recipients_in_imprint 规定移后的写法。不分页的格式不移动。

K059 = { $reason ->
        [head] 版头、标题和主送机关占满首页，首页没有正文
        [first] 正文以横排的表格开头，首页没有正文
        [table] 正文以横排的表格结尾，落款等单独排在下一页
        [paragraph] 末段须与落款等同页，LibreOffice 会把末段整段移到下一页，前一页没有正文
       *[below] 落款、附注等在有正文的页上排不下，有一页没有正文
    }
    .explain = 需要核对的情况；报告照常生成。首页应显示正文，落款、附注和附件说明应与正文同页（GB/T 9704-2012，7.3.3、7.3.5）。表格太宽、须横排的，单独占页，可在表格前后加一句正文，或把表格改为附件。末段太长的，可分成两段（Word 会把它分排在两页，LibreOffice 不会）；附注太长的，可以缩短；版头太高的，可减少列出的发文机关，或在样式中缩小发文机关标志。这是估计，不同软件排版可能相差一两行。

A001 = 表中没有“{ $column }”一栏，看不出认可的是哪些问题
    .help = 请用 huibian check --table 清单.xlsx 生成问题清单，填好理由后交回；表头不要改。
    .explain = 认可的问题按编号记录。请用 huibian check --table 清单.xlsx 生成问题清单，填写理由、认可人和日期，再用 huibian accept 清单.xlsx 交回。

A002 = { $missing ->
        [finding] 这一行填了理由，但没有问题编号
        [reason] { $finding } 没有填理由
        [by] { $finding } 没有填认可人
       *[on] { $finding } 没有填认可日期
    }
    .help = 理由、认可人、日期都要有；不认可的行三栏都空着。
    .explain = 认可一个问题，要写明理由、谁认可、哪天认可；三栏都空着的行不算。认可人和日期可在命令中用 --by、--on 统一写明。

A003 = { $finding } 在表中有两行，所填的不同
    .help = 请只留一行。
    .explain = 同一个问题只能认可一次。请只留一行。

A004 = 现在没有查出问题 { $finding }
    .help = 数据可能已经改过；请重新运行 huibian check。
    .explain = 编号随数据而变：数据改了，问题就是另一个，或者已经没有了。请重新运行 huibian check --table 清单.xlsx。

A005 = { $finding } 是错误，不能认可，只能改正
    .help = 请按办法一栏改正。
    .explain = 能认可的是对内容的提醒和未通过的校验；数据读不出来、报告做不出来之类的错误只能改正。

A006 = { $kind ->
        [units] “{ $given }”有几个单位都有：{ $known }
       *[numbers] “{ $given }”可能是几个问题：{ $known }
    }
    .help = { $kind ->
        [units] 请用 --unit 写明是哪个单位。
       *[numbers] 请把编号写全。
    }
    .explain = 编号可以只写开头，但要足以认出是哪一个。

A007 = { $unit }：{ $by }于{ $on }认可的问题 { $finding } 数据已变，认可不再有效（当时是：{ $said }）
    .help = 请重新核对；属实的，用 huibian accept 再认可。
    .explain = 认可只对当时的数据有效。数据改了，问题要重新核对；属实的再认可一次。

T001 = { $reason ->
        [unclosed] { $name } 块没有结尾
        [stray] 多出一个 { $name } 块的结尾
        [mismatch] { $name } 块以 { $close } 结尾
        [braces] 大括号没有成对
        [nested] 块套得太深
        [nested-word] 块套得太深
        [head] 开头的 +++ 没有结尾
        [character] 有一个文字编码中不作文字用的符号
        [literal] 引号中的文字没有写在一行
       *[syntax] 此处写法无法识别
    }
    .help = { $reason ->
        [unclosed] 请在块的末尾补上 {"{{"}/{ $name }{"}}"}。
        [stray] 请删去它，或在前面补上 {"{{"}#{ $name } …{"}}"}。
        [mismatch] 请先写 {"{{"}/{ $name }{"}}"}，里面的块先结束，外面的块后结束。
        [braces] 请在末尾补上 {"}}"}。
        [nested] 请把里面的部分移到片段中，用 {"{{"}> 片段名{"}}"} 引用。
        [nested-word] 请把里面的部分写进插件的栏目，用 {"{{"}slot "名称"{"}}"} 引用。
        [head] 请在声明之后另起一行，写 +++。
        [character] 请删去此处看不见的符号。
        [literal] 请把引号中的文字写在同一行，其中不用制表符。
       *[syntax] 名称须是字母、数字和下划线，各部分用 . 连接；参数之间用空格隔开。
    }
    .explain = 模板读不通。常见的原因：大括号没有成对，块没有结尾（每个 {"{{"}#if …{"}}"} 都要有 {"{{"}/if{"}}"}），块的先后交叉，开头的 +++ 没有结尾。

T002 = 没有声明过的名称 { $name }
    .help = 请核对名称。分项模板可用 plugin.toml 中声明的 facts、fields 和数据；引用其他插件的数据，须先列入 uses；循环之内引用外面的名称，须加 ../。
    .explain = 模板中的每个名称都要有来历：unit、period，或本插件 plugin.toml 中声明的 facts、fields、counts，或 uses 列出的其他插件的数据。循环和 with 之内，名称从当前一项算起，引用外面的名称须加 ../。生成报告之前逐一核对，写错一个字也会指出。

T003 = 没有 { $name } 这种写法
    .help = 可用：if、unless、each、with、count、hanzi、change、previous、last_year、to_date、zero、present、list、date、month_day、enumerate、slot、contents、image、chart、table。
    .explain = 大括号中的第一个词是写法的名称。可用：if、unless、each、with、count、hanzi、change、previous、last_year、to_date、zero、present、list、date、month_day、enumerate、slot、contents、image、chart、table。

T004 = 数字 { $name } 不能直接输出
    .help = 请在 plugin.toml 中声明为数据，写成 {"{{"}count "名称"{"}}"}，使报告中的数字有据可查；循环中的序号写成 {"{{"}hanzi @index{"}}"}。
    .explain = 报告中的每个数字都要说得清是什么、从哪里来，所以只有声明过的数据（counts）可以输出，写法是 {"{{"}count "名称"{"}}"}。填报的数（fields 中的整数、小数）须由插件声明为数据后再输出。

T005 = 数字 { $name } 不能用作条件：0 会被当作没有
    .help = 是否为 0 用 {"{{"}#zero "名称"{"}}"}，有没有用 {"{{"}#present "名称"{"}}"}；循环的首尾用 @first、@last。
    .explain = if 把 0 当作没有，而“0 次”与“没有填报”不是一回事。是否为 0 用 zero，有没有用 present。

T006 = 这种大括号会使资料中的符号变成排版记号
    .help = 请改用两重大括号 {"{{"} {"}}"}。
    .explain = 三重大括号和 & 会原样写出资料，其中的 #、* 等符号就会变成标题、着重。请改用两重大括号。

T007 = 模板片段互相包含：{ $cycle }
    .help = 请去掉其中一处引用。
    .explain = 片段甲引用乙，乙又引用甲（或引用自身），报告永远写不完。请去掉其中一处引用。

T008 = 没有模板片段 { $name }
    .help = 片段是 templates/partials 中的文件，{"{{"}> closing{"}}"} 引用 closing.hbs；请核对名称。
    .explain = 片段是几个模板共用的文字，放在工作区（或安装目录）的 templates/partials 中，一个文件一段，文件名就是片段名。

T009 = { $name } 可能没有，使用前须先判断
    .help = { $kind ->
        [value] { $file ->
            [word] 请在它前面写 {"{{"}#{ $asks }{"}}"}、后面写 {"{{"}/{ $close }{"}}"}，或在外面套一个标记为“#{ $asks }”的内容控件；没有时怎么说，写在中间的 {"{{"}else{"}}"} 之后。
           *[text] 请在它前面写 {"{{"}#{ $asks }{"}}"}、后面写 {"{{"}/{ $close }{"}}"}；没有时怎么说，写在中间的 {"{{"}else{"}}"} 之后。
        }
       *[other] { $file ->
            [word] 请在 {"{{"}/{ $kind }{"}}"} 之前写 {"{{"}else{"}}"} 和没有时的说法，或在外面写 {"{{"}#{ $asks }{"}}"} … {"{{"}/{ $close }{"}}"}，也可套一个标记为“#{ $asks }”的内容控件。
           *[text] 请在 {"{{"}/{ $kind }{"}}"} 之前写 {"{{"}else{"}}"} 和没有时的说法，或在外面写 {"{{"}#{ $asks }{"}}"} … {"{{"}/{ $close }{"}}"}。
        }
    }
    .explain = 不是必填的资料可能没有，列表可能是空的，报告不能在那里留空。先用 if（数据用 present）判断，再写有时怎么说、没有时怎么说。

T010 = { $name } 不能直接输出：{ $found ->
        [date] 它是日期
        [list] 它是列表
        [rows] 它是台账
        [boolean] 它只有“是”和“否”
       *[group] 它是一组名称
    }
    .help = { $found ->
        [date] 请写成 {"{{"}date { $name }{"}}"}（2023年4月5日）或 {"{{"}month_day { $name }{"}}"}（4月5日）。
        [list] 请写成 {"{{"}list { $name }{"}}"}，或用 {"{{"}#each { $name }{"}}"} 逐项写出。
        [rows] 请用 {"{{"}#each { $name }{"}}"} 逐行写出其中的各列。
        [boolean] 请写成 {"{{"}#if { $name }{"}}"}…{"{{"}else{"}}"}…{"{{"}/if{"}}"}。
       *[group] 请写出其中的一个名称，如 unit.name。
    }
    .explain = 只有文字可以直接输出。日期用 date 或 month_day，列表用 list 或 each，台账用 each，“是”和“否”用 if。

T011 = { $name } 用法不对：{ $reason ->
        [argument] 后面缺少名称
        [quotes] 名称须加引号
        [name] 后面须是名称，不加引号
        [block] 它须有开头和结尾
        [inline] 它没有开头和结尾之分
        [arguments] 后面写得太多
        [list] 它只能用于列表和台账
        [texts] 它只能用于文字的列表
        [date] 它只能用于日期
        [form] 写法只有 "hanzi" 一种
        [group] 它只能用于一组名称
        [whole] 它只能用于整数
        [ordinal] 它只能用于带引号的数据名称和 @index
        [period] 第二个名称不是可用的期间
        [cumulative] 这项数据不能跨期累计
        [alt] 没有写 alt，即图上是什么
        [key] 没有这一项可写
        [text] 它只能用于文字
        [width] width 须是带引号的长度
        [alone] 它须独占一行
       *[contents] 它只能放在 slot 块之内
    }
    .help = { $reason ->
        [alt] 请写上 alt="……"，说明图上是什么，供看不到图的人阅读；Markdown 和纯文本中写的就是它。
        [key] image 可写 alt、caption、width；chart、table 都不写，其余写在它们自己的文件中。
        [text] 请写带引号的文字，或文字的名称。
        [width] 例如 width="120mm"。
        [alone] 请让它单独成行。
        [argument] 请补上名称；与写法同名的列，写成 this.{ $name }。
        [quotes] 例如 {"{{"}{ $name } "sessions"{"}}"}。
        [name] 例如 facts.titles。
        [block] 请写成 {"{{"}#{ $name } …{"}}"}…{"{{"}/{ $name }{"}}"}。
        [inline] 请写成 {"{{"}{ $name } …{"}}"}。
        [arguments] 一次写一个名称。
        [list] 请核对它在 plugin.toml 中的类型。
        [texts] 台账请用 {"{{"}#each …{"}}"} 逐行写出。
        [date] 请核对它在 plugin.toml 中的类型；文字直接输出即可。
        [form] 例如 {"{{"}{ $name } period.start "hanzi"{"}}"}。
        [group] 例如 unit、period、facts、fields。
        [whole] 小数和比率请用 {"{{"}count "名称"{"}}"}。
        [period] 可写 "previous"（上一期）、"last_year"（上年同期）；present 还可写 "to_date"（本年累计）。
        [cumulative] 请在 plugin.toml 中写明 over_time：相加写 sum，取最后一期写 last。
        [ordinal] 例如 {"{{"}hanzi "sessions"{"}}"}、{"{{"}hanzi @index{"}}"}。
       *[contents] 请放在 {"{{"}#slot "名称"{"}}"} 与 {"{{"}/slot{"}}"} 之间。
    }
    .explain = 数据和位置的名称加引号：count "sessions"、slot "results"；资料的名称不加引号：if facts.plan、list facts.titles、date period.start。if、unless、each、with、zero、present、enumerate 须有开头和结尾，其余的没有。

T012 = 位置 { $slot }：{ $reason ->
        [undeclared] 报告模板开头没有声明
        [section] 分项模板中不能安排位置
        [unplaced] 声明了，但模板中没有安排
        [twice] 安排了两次，内容会重复
        [loop] 不能放在循环之内
        [beside] 与别的文字在同一段，上下须各空一行
        [unfilled] 没有插件向它提供内容
       *[contents] 块中没有写内容放在哪里
    }
    .help = { $reason ->
        [undeclared] 请在 +++ 部分写 [slots.{ $slot }]，或改正名称。
        [section] 位置由报告模板安排；共用的文字请用 {"{{"}> 片段名{"}}"}。
        [unplaced] 请在正文中写 {"{{"}slot "{ $slot }"{"}}"}，或删去声明。
        [twice] 请删去一处。
        [loop] 请移到 each 之外。
        [beside] 填入各插件分项（kind = "sections"）的位置自成一段：请在它的上面和下面各空一行。
        [unfilled] 请改正名称，或写入某个插件 plugin.toml 的 slots。
       *[contents] 请在块中写 {"{{"}contents{"}}"}。
    }
    .explain = 位置是报告模板中留给各插件的地方，在开头的 +++ 部分声明，在正文中安排一次。写 slot "名称"，或写 slot 块，块中用 contents 标出内容放在哪里，else 之后写没有内容时的说法。

T013 = 模板运行出错：{ $reason }
    .help = 请核对此处的写法；若看不出问题，请把模板和资料一并报告给维护者。
    .explain = 模板通过了核对，运行时仍然出错。请核对此处的写法；若看不出问题，请把模板和资料一并报告给维护者。

T014 = 报告中不能使用{ $construct ->
        [nested-list] 套在列表之内的列表
        [list-item] 列表一项之内的第二段、标题或分页
        [list-start] 不从 1 开始的编号列表
        [code] 代码
        [quotation] 引文
        [emphasis] 斜体（单个 *、_）
        [link] 链接
        [image] 写成 ![…](…) 的图片
        [html] 网页标记（HTML）
        [footnote] 空的、不止一段的或者自带脚注的脚注
       *[table] 列表之内的表格
    }
    .help = { $construct ->
        [nested-list] 列表只有一层：请改成同一层的几项（都不缩进），或写成一句话。
        [list-item] 一项只有一段：请去掉空行，接着写；或把后面的内容移到列表之外，行首不空格。
        [list-start] 年份之后的句点请改用汉字，如“2023年”；编号会自动生成，都写 1. 即可。
        [code] 行首不要空四格，也不要用反引号；要印出反引号，请写 \`。
        [quotation] 请去掉行首的 >；要印出它，请写 \>。
        [emphasis] 着重写成 **两个星号**；要印出星号或下划线，请写 \* 或 \_。
        [link] 请把网址直接写成文字；要印出方括号，请写 \[ 和 \]。
        [image] 图片另起一行，写成 {"{{"}image "pictures/文件名" alt="图中是什么"{"}}"}。
        [html] 要印出 < 号，请写 \<；说明写成 {"{{"}! 说明 {"}}"}，换行在行末写 \。
        [footnote] 脚注写成一段：[^1]: 内容。
       *[other] 请把表格移到列表之外，上面空一行，行首不空格。
    }
    .explain = 报告由段落、标题（#）、列表（-、1.）、表格（|）、脚注（[^1]）、着重（**）和分页（---）组成，图片用 {"{{"}image{"}}"}。其他 Markdown 写法不能排入公文；列表只有一层，一项只有一段。要照原样印出 *、_、<、[ 等符号，请在前面加 \。

T015 = 报告应有且只有一个标题，现有 { $found } 个
    .help = 标题是报告模板中以 # 开头的一行；其余各级用 ##、###、####。
    .explain = 报告的标题是报告模板中以一个 # 开头的那一行，应有且只有一行；其余各级标题用 ##、###、####。

T016 = 此行缩进过多，会被当作代码
    .help = 请把行首空格减到三个以内，不要用制表符。
    .explain = Markdown 把空四格或一个制表符开头的行当作代码，报告中不能有代码。只有块的开头、结尾（如 if、/if）的行可以缩进。

T017 = 必需的位置 { $slot } 没有内容
    .help = 请核对该单位的数据：没有一个插件为这个位置写出内容。
    .explain = 报告模板声明这个位置必须有内容（required = true），而这个单位没有一个插件写出内容。请核对该单位的数据。

T018 = 该单位没有数据 { $name }
    .help = 请补齐数据，或在模板中放进 {"{{"}#present "名称"{"}}"} 之内。
    .explain = 模板要写出一项数据，而这个单位没有。请补齐数据，或在模板中用 present 先判断。

T019 = 位置 { $slot } 只能填列表
    .help = 分项模板中每一项另起一行，以 - 开头。
    .explain = 这个位置把各插件的条目连成一句（一是…；二是…），所以分项模板只能写列表，每一项另起一行，以 - 开头。

T020 = 标题层级太深：{ $level }
    .help = 版式只有四级标题；请减少 #。
    .explain = 版式只有四级标题。分项中的 # 比所在的标题低一级，依此类推。请减少 #。

T021 = 模板中不能使用{ $construct ->
        [arguments] 带参数的片段
        [dynamic] 临时决定名称的片段
        [partial-block] 片段块
        [subexpression] 括号中的写法
        [block-parameter]  as 起的名称
        [raw-block] 原样输出的块
        [expansions] 这么多层的片段
       *[decorator] 装饰写法
    }
    .help = { $construct ->
        [arguments] 片段看得到引用它的地方的所有名称，请只写 {"{{"}> 片段名{"}}"}；要换一个起点，请放进 {"{{"}#with …{"}}"} 之内。
        [dynamic] 请写出片段名；几种情形请用 if 分开。
        [partial-block] 请写成 {"{{"}> 片段名{"}}"}，前后的文字写在外面。
        [subexpression] 请改用 if、zero、present 逐层判断。
        [raw-block] 请去掉前后的四重花括号，直接写文字。
        [block-parameter] 循环之内，当前一项是 this，外面的名称加 ../。
        [expansions] 片段一层引用一层，合计不能超过五百处；请合并。
       *[decorator] 共用的文字请放进 templates/partials 中的片段。
    }
    .explain = Handlebars 的一部分写法不提供，因为用了它们，名称就无法在生成报告之前核对。片段只写 {"{{"}> 片段名{"}}"}，条件用 if、unless、zero、present，循环用 each。

T022 = 以“{ $start }”开头的行会被当作编号列表
    .help = 请改成“2023年”之类的说法，或在句点前加 \。
    .explain = Markdown 把数字加句点、空格开头的行当作编号列表，“2023. ”就成了第 2023 项。请改成“2023年”之类的说法，或在句点前加 \。

T023 = 该单位没有 { $name }
    .help = 请补齐数据；空白的文字、空的列表都算没有。若它可以没有，请在 plugin.toml 中去掉 required，并在模板中先判断。
    .explain = plugin.toml 声明这项资料一定有，模板因此没有判断，而这个单位的资料中没有，或是空白。请补齐数据；若它可以没有，请去掉 required，并在模板中用 if 先判断。

T024 = 措辞文件 { $path } 不对应任何插件的栏目，不会被使用
    .help = 文件应在 wording/插件代号/栏目.hbs；可用的有：{ $known }。
    .explain = 工作区 wording 文件夹中的文件按“插件代号/栏目.hbs”对应各插件的栏目。名称写错时原来的措辞会照用，所以先指出来。

T025 = 脚注 [^{ $name }] { $reason ->
        [undefined] 没有内容
        [twice] 写了两次
        [tag] 名称中有标记
       *[unused] 正文中没有引用，不会印出
    }
    .help = { $reason ->
        [undefined] 请另起一段写 [^{ $name }]: 内容，或核对名称；要照原样印出，请写 \[^{ $name }]。
        [tag] 请写固定的名称，如 [^1]；脚注由程序重新编号。
        [twice] 请删去一处，或换一个名称。
       *[unused] 请在正文中写 [^{ $name }]，或删去这一段。
    }
    .explain = 脚注的号写在正文中：[^1]；内容另起一段：[^1]: 内容。名称在一个模板之内对应，由程序重新编号。号没有内容会照原样印出，内容没有号就不会印出，所以先指出来。

T026 = { $reason ->
        [crossed] 块 { $detail } 从段落中间开始或结束，另一端却在别处
        [cut] 有一个域一头在块 { $detail } 之内，一头在外
        [cells] 块 { $detail } 只管一行中的几格，这一行的格数会同别的行不一样
        [helper] Word 模板中不能使用 { $detail }
        [setting] 文件本身就是整份公文，不能再设置 { $detail }
        [ole] 模板是 .doc 文件，或设有密码
        [locked] 模板的部分内容已加密
        [large] 模板解压后过大（{ $detail }）
        [path] 模板的部件指向文件之外（{ $detail }）
        [document] 模板不是 Word 文档，而是别的文件（{ $detail }）
        [body] 模板的文档没有正文，部件中没有 w:body（{ $detail }）
        [lacking] 模板缺少必需的部件（{ $detail }）
        [dangling] 模板在此处引用的图片、页眉页脚等部件不在文件中（{ $detail }）
        [note] 模板引用的脚注或尾注不在文件中（{ $detail }）
        [encoding] 模板的部件不是 UTF-8 编码（{ $detail }）
        [chunk] 模板中嵌有另一个文件，Word 会把它读进正文（{ $detail }）
        [elements] 模板部件的标记、元素、属性过多或过长，或嵌套层数过多，不是一份公文应有的（{ $detail }）
        [xml] 模板的部件无法读取（{ $detail }）
        [macro] 模板含有宏（{ $detail }）
        [external] 模板引用了外部文件（{ $detail }）
        [amid] 位置 { $detail } 写在文字之间，只能填列表，而 { $path } 不只是列表
        [external-object] 模板中有链接到外部文件的对象（{ $detail }）
        [external-document] 模板中有子文档，是另外的文件（{ $detail }）
        [external-template] 模板附加了别处的模板，Word 打开时会去取（{ $detail }）
        [external-merge] 模板设了邮件合并，Word 打开时会去读别处的数据文件（{ $detail }）
        [doctype] 模板的部件声明了文档类型（DOCTYPE），Word 打不开（{ $detail }）
        [field] 模板中有读取其他文件或启动其他程序的域（{ $detail }）
        [field-named] 模板中有一个域，它的名称由另一个域生成，无从知道它做什么（{ $detail }）
        [field-open] 模板中有嵌套的域没有结束（{ $detail }）
        [field-parted] 模板中有一个域，一部分在供其他程序选用的内容之内，一部分在外（{ $detail }）
        [place] 花括号写在不会填写的地方（{ $detail }）
        [tilde] Word 模板中的 ~ 不起作用，不会去掉空格（{ $detail }）
        [single] { $detail } 两边各只有一个花括号，会原样留在公文里
        [convert] 模板是 { $detail } 文件，要由 LibreOffice 转换，而本机没有它，或转换没有成功
        [twice] 模板中有两个部件同名，各种程序取用的不一定是同一个（{ $detail }）
       *[zip] 模板不是 .docx 文件，或已损坏
    }
    .help = { $reason ->
        [crossed] 块的开头和结尾请写在同一段之内；或各占一段，把整段包起来；表格中各占一行，或写在同一行的第一格和最后一格。
        [cut] 按 Alt+F9 看域的起止，把整个域放在块内或块外；或选中该域，按 Ctrl+Shift+F9 变成文字。
        [cells] 要管整行，两头写在该行第一格和最后一格；只管一格，都写在该格；要管一列，每行写同样的块。
        [helper] 片段、enumerate、图片和统计图请写在插件的栏目中，用 {"{{"}slot "名称"{"}}"} 引用。
        [setting] 请删去这项设置，把它写进 Word 文件，会变的部分写成 {"{{"}…{"}}"}。
        [ole] 请用 Word 打开，取消密码，另存为“Word 文档（.docx）”。
        [locked] 请取消密码后另存。
        [body] 请改用这份文件以前的副本，或在 Word 中重新起草。
        [dangling] 请删去此处的图片、图表或对象，或删去页眉页脚，再重新插入。
        [note] 请删去此处的注号，重新插入脚注或尾注。
        [twice] 请用 Word 或 WPS 打开，看内容是否正确，再另存为“Word 文档（.docx）”。
        [macro] 请另存为不含宏的“Word 文档（.docx）”。
        [external] 请把图片嵌入文件，不要链接。
        [amid] 请让这个位置独占一段；或者把栏目写成列表，每一项另起一行，以 - 开头。
        [external-object] 请选中对象，按 Ctrl+Shift+F9 断开链接，或不带链接重新插入。
        [external-document] 请在大纲视图中展开子文档并取消链接，使其成为正文。
        [external-template] 请在“开发工具”的“文档模板”中改选 Normal。
        [external-merge] 请在 Word 的“邮件”“开始邮件合并”中选“普通 Word 文档”，再保存。
        [doctype] 字处理软件不会这样写：请用 Word 或 WPS 重新存成文件。
        [chunk] 请在 Word 中打开并重新保存，嵌入的文件即成为正文。
        [field] 请选中该域，按 Ctrl+Shift+F9 变为文字；图片请直接插入。
        [field-named] 请选中该域，按 Ctrl+Shift+F9 变为文字。
        [field-open] 请按 Alt+F9 显示域代码，删去没有结束的域。
        [field-parted] 请选中该域，按 Ctrl+Shift+F9 变为文字。
        [place] 请把它移到正文、表格、页眉页脚、脚注或文本框中；批注、图表、公式、域代码、替换文字和文件属性（标题等）中不能写。
        [tilde] 请删去 ~，并删去不要的空格。
        [single] 请写两个花括号：{"{{"}…{"}}"}；一个花括号只用于工作区的设置。
        [convert] 请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”；或安装 LibreOffice。
       *[zip] 请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”。
    }
    .explain = 报告的模板可以是本单位自己的 Word 文件（.docx），其中的 {"{{"}…{"}}"} 换成各单位的内容，其余一字不动。出错的地方写成“文件:段:字”，段从正文第一段数起，表格的每一格各算一段，页眉页脚在正文之后，脚注、尾注的话括在〔〕里，写在引用它的那一行。

T027 = Word 模板中的{ $kind ->
        [header] 页眉页脚
        [note] 脚注和尾注
        [box] 文本框
        [picture] 图片
        [symbol] 符号字体的字符
        [formula] 公式
        [object] 其他程序的对象
        [merged] 合并的单元格
        [nested] 单元格里的表格
        [struck] 文字上的删除线
        [link] 指向本机文件等非网页地址的链接
       *[number] 自动编号
    }不会出现在 { $formats } 中
    .help = 这些格式只取正文的段落、标题和表格。需要全部内容的，请用 docx 或 pdf。
    .explain = 报告的模板是 Word 文件时，docx 与模板一致，pdf 由 LibreOffice 从 docx 转换；网页、Markdown 和文本只取正文的段落、标题和表格。

T028 = 下级单位填了“{ $label }”（{ $name }），汇总时没有合并，模板却按没有填来写
    .help = 请在 plugin.toml 中为它写 merge = "distinct"（去重合并），或在模板中用 {"{{"}#if rollup{"}}"} 另写汇总时的话。
    .explain = 上级单位的报告由下级单位的数据汇总而成。是否、日期、没有合并的文字和填报项在汇总时没有值，但不等于没有：模板若因此写出“未发现”一类的话，与事实不符，报告就不生成。请把它合并上来，或让模板在汇总时另写一句。汇总表和网页照常生成。

T029 = Word 模板中的{ $kind ->
        [comments] 批注会留在每一份公文里
        [words] 文字没有一处随单位变化，每一份公文都相同
       *[changes] 修订痕迹会留在每一份公文里
    }
    .help = { $kind ->
        [words] 请在随单位变化的地方写 {"{{"}unit.name{"}}"} 等标记；用 huibian tags 可列出文件中的标记。
       *[changes] 请在 Word 或 WPS 中删去批注，接受或拒绝修订：公文是发给别人看的。
    }
    .explain = 报告的模板是 Word 文件时，没有标记的地方都照原样，旁边的批注、修订时增删的文字和修订人的姓名也会照样留下。文件里一个标记也没有，每个单位的公文就都相同。

T030 = { $reason ->
        [rounds] 这份文字的各层循环合计超过 { $most } 轮
        [cells] 表格的一行超过 { $most } 个单元格，Word 的表格最多只有这么多列
       *[text] 这份文字超过 { $most } MB
    }
    .help = { $reason ->
        [cells] 请改为每项一行：循环放在整行外面，不要放在单元格外面。
       *[other] 请勿在循环里再对同一份列表循环；列表确实有这么长的，请分给几个单位，或改用数据表。
    }
    .explain = 循环套循环，轮数相乘：三行的列表套十六层，就是四千多万轮。超出人能读的篇幅的文字，在耗尽时间和内存之前即停止：各层循环合计一百万轮，文字 128 MB，Word 文件 256 MB。

T040 = 没有名为 { $name } 的表格
    .help = { $known ->
        [none] 还没有表格；请写 templates/tables/名称.toml。
       *[other] 可用的有：{ $known }。
    }
    .explain = {"{{"}table "名称"{"}}"} 按文件名放入表格：工作区和安装目录的 templates/tables/名称.toml，分项模板中还有插件自带的 tables/名称.toml。请核对名称。

T041 = { $reason ->
        [columns] 表格没有列
        [span] 这一格跨的行数或列数不对：从这里往下只有 { $rows } 行
        [beyond] 这一行占了 { $found } 列，表格只有 { $wanted } 列
       *[hole] 这一行只占了 { $found } 列，表格有 { $wanted } 列
    }
    .help = { $reason ->
        [columns] 请写 columns，每列一项，例如 columns = [{"{"} share = 2 {"}"}, {"{"} align = "right" {"}"}]。
        [span] 跨行只能在同一组之内，表头的格不能跨到表身；行数、列数至少为 1。
       *[hole] 请把上面跨行的格也算在内，增减这一行的格，或改 columns（跨几列）。
    }
    .explain = 表格每一行的格，连同上面跨下来的格，须正好占满各列，不留空、不重叠。columns 是跨几列，rows 是跨几行；表头、每一组各自算，不能跨出去。

T042 = { $kind ->
        [ledger] 没有台账 { $name }
        [column] 台账没有 { $name } 这一列
        [place] 文字中没有 {"{"}{ $name }{"}"} 这个位置
       *[count] 没有数据 { $name }
    }
    .help = 可用的有：{ $known }。
    .explain = 表格中的名称须是声明过的：数据和台账写“插件代号/名称”，插件自带的表格可只写名称；列名见 plugin.toml 中该台账的 columns；文字中的花括号只放程序知道的位置。

T043 = { $reason ->
        [nothing] 这一格什么也没写
        [several] 这一格写了几样内容
        [head] 表头只写文字和数据名称
        [column] 只有台账的行才有列可写
        [date] date 只用于日期列
        [digits] digits 只用于数字
        [measure] measure 只用于 count
        [sign] sign 只用于 expr
        [period] period 只用于 count
        [unit-period] 下级各行只有本期和上期的数据
        [cumulative] 这项数据不能跨期累计
        [rate] 这一行有比率，不能横向合计
        [no-numbers] 这一行没有可以合计的数字
        [both] 已写了 rows，又写了 groups
        [no-rows] 表格没有行
        [no-row] 没有写每一行的内容
        [where] 只有台账的行才能筛选
       *[row-alone] 逐行写出的表格用不到这一项
    }
    .help = { $reason ->
        [nothing] 请写 text、count、label、expr、column、sum 之一；空格写 ""。
        [several] text、count、label、expr、column、sum 只写其中一样。
        [head] 固定的字写成 "……"，数据的名称和量词写 {"{"} label = "插件/数据" {"}"}。
        [column] 请写 rows = "插件/台账" 和 row，或改用 count。
        [unit-period] 请去掉 period，或写 period = "previous"。
        [cumulative] 请去掉 period，或在 plugin.toml 中写 over_time。
        [rate] 比率不能相加；请改用 expr 重新计算，或去掉 sum。
        [no-numbers] 请去掉 sum，或在这一行写上 count、expr。
        [both] 请把 rows 移进 groups，成为其中一组。
        [no-rows] 请写 rows = [[…], […]]，或 rows = "units"，或 rows = "插件/台账"。
        [no-row] 请写 row = [ … ]，即每一行的各格。
        [where] 请去掉 where，或写 rows = "插件/台账"。
        [row-alone] row 和 where 只用于 rows = "units" 或台账；请去掉。
       *[date] 请去掉这一项。
    }
    .explain = 表格的每一格写一样内容：固定的字、count（数据）、label（数据的名称）、expr（表达式）、column（台账的一列）或 sum（横向合计）。其余各项只与其中几样搭配，详见文档“写表格”。

T044 = { $reason ->
        [rate] 第 { $column } 列有比率，不能合计
        [derive] 第 { $column } 列不能重新计算
        [nothing] 第 { $column } 列没有数字可以合计
        [wide] 第 { $column } 列有跨列的数字，不能合计
        [room] 合计行的名称没有地方写
       *[none] 没有一列可以合计
    }
    .help = { $reason ->
        [rate] 请在 columns 的这一列写 total = "none"，或改列相加的数据。
        [derive] total = "derive" 只用于 rows = "units" 的一列 count 或 expr；请改为 "sum" 或 "none"。
        [nothing] 请去掉这一列的 total。
        [wide] 请让数字各占一列，或在 columns 的这一列写 total = "none"。
        [room] 第一个合计的列之前至少要有一列；请在前面加一列文字。
       *[none] 请去掉 total，或让某一列写 count、expr。
    }
    .explain = 合计行由程序把各列打印出的数字精确相加。比率不能相加：下级各行（rows = "units"）的比率由上级的合计数重新计算，其他表格中请写 total = "none" 留空。

T045 = 有两个名为 { $id } 的表格
    .help = 另一个在 { $first }；请给其中一个改名。
    .explain = 表格以文件名相称。插件自带的表格不能与工作区的同名，同一文件夹中也不能只差大小写，否则 {"{{"}table{"}}"} 分不清放哪一个。

T046 = 表格 { $id } 没有模板使用
    .help = 请在模板中写 {"{{"}table "{ $id }"{"}}"}，或删去该文件。
    .explain = templates/tables 中的文件由模板用 {"{{"}table "名称"{"}}"} 放入报告。没有模板使用的不会出现在报告中，只作提示。

E001 = document.{ $key }：该单位没有可填入“{ $place }”的内容
    .help = 请在该单位数据的 [unit.attributes] 中补上，或从设置中去掉这一处。
    .explain = workspace.toml、模板开头或单位数据的公文设置中有花括号标出的位置，而该单位没有相应内容。公文要素不留空白，请补齐单位的属性。

E002 = { $part ->
        [code] { $unit } 的发文字号缺少机关代字
       *[sequence] { $unit } 的发文字号缺少发文顺序号
    }
    .help = 请在 [document] 下写 number = {"{"} code = "……", sequences = {"{"} 单位代号 = 5 {"}"} {"}"}，或在该单位数据的 [unit] 下写 document = {"{"} number = {"{"} sequence = 5 {"}"} {"}"}。
    .explain = 发文字号由机关代字、年份和发文顺序号组成，可以分别写在 workspace.toml、模板开头和单位数据中，但合起来必须齐全。

E003 = 附件模板 { $path } 不是本报告的模板
    .help = 请在 workspace.toml 或模板开头的 [document] 中写明；单位数据只能写附件的标题。
    .explain = 附件的模板在汇编开始前读入并检查，单位数据不能自带模板。

E004 = { $count } 个单位的发文字号都是 { $number }：{ $units }
    .help = 请在 number.sequences 中给每个单位各写一个序号，或改正单位数据中的 sequence。
    .explain = 同一机关代字、同一年份的发文顺序号不能重复。序号写在 [document] 的 number.sequences 中，或写在单位数据的 [unit] 下。

E005 = number.sequences 中的 { $id } 不是本工作区的单位
    .help = 请改正单位代号，或删去这一项。
    .explain = number.sequences 按单位代号（id）给出发文顺序号。代号写错时，该单位就没有序号。本期缺报的单位、上级单位也可以列在其中。

E006 = 没有附件模板 { $path }
    .help = 现有的模板：{ $known }。
    .explain = attachments 中的 template 是附件正文的模板，写工作区中的路径，如 templates/attachments/table.hbs。工作区中没有的，用安装目录中的同名模板。

E007 = 写了 { $key }，没有写 { $needed }，{ $key } 印不出来
    .help = { $key ->
        [secrecy_term] 请写明密级，如 secrecy = "秘密"，或删去 secrecy_term。
       *[other] 请写明印发机关，如 printer = "……"，或删去 { $key }。
    }
    .explain = 保密期限标在密级之后；抄送机关和印发日期印在版记中，版记须有印发机关（GB/T 9704-2012，7.2.2、7.4.3、7.4.4）。可以分别写在 workspace.toml、模板开头和单位数据中，但合起来必须齐全。

I001 = { $path } 中没有图片 { $name }
    .help = 请把图片放到该处，或改正文件名。
    .explain = 模板中写明的图片放在工作区或安装目录的 templates/ 之下：image "pictures/site.png" 即 templates/pictures/site.png。单位数据中写的图片，放在该数据文件旁边。

I002 = 图片 { $name } 不在 { $path } 之内
    .help = 请把图片复制到该文件夹内。
    .explain = 模板中写明的图片须在 templates/ 之下，单位数据中写的图片须在工作区文件夹之内。指向别处的链接一律不用。

I003 = 图片 { $name } 过大：{ $found }，不得超过 { $limit }
    .help = 请用看图软件缩小后再用，每边 2000 像素足够印满一页。
    .explain = 报告要随邮件发送，每一份都带着图片。照片过大，印出来也不会更清楚。

I004 = { $name } 不能用作图片：{ $reason ->
        [size] 没有写明图的大小
        [cut] 文件不完整，缺少结尾
        [damaged] 文件已损坏，显示不全
        [syntax] { $detail }
       *[format] 不是 PNG、JPEG 或 SVG
    }
    .help = { $reason ->
        [cut] 请重新复制该文件。
        [damaged] 请重新复制该文件，或用看图软件打开后另存。
        [size] SVG 请在根元素上写明 width 和 height，或 viewBox。
        [syntax] 请用原来的绘图软件重新保存。
       *[format] 请用看图软件打开，另存为 PNG 或 JPEG；只改扩展名没有用。
    }
    .explain = 文件是什么格式，看的是内容，不是扩展名。报告可用 PNG、JPEG 和 SVG。

I005 = 图形 { $name } { $what ->
        [script] 带有程序：{ $found }
        [element] 含有报告图形不能有的内容：{ $found }
        [number] 含有大得不合理的数：{ $found }
        [repeats] 反复画自身的内容：{ $found }
       *[reference] 引用了自身以外的内容：{ $found }
    }
    .help = { $what ->
        [script] 请另存为不带脚本和事件的普通 SVG。
        [element] 请另存为普通 SVG；动画和费时的滤镜不能用于报告。
        [number] 请在绘图软件中改正该尺寸，再另存为普通 SVG。
        [repeats] 请把重复引用的内容换成实际图形：在 Inkscape 中用“编辑 > 克隆 > 递归断开克隆”。
       *[reference] 请把引用的内容嵌入图中：在 Inkscape 中用“扩展 > 图像 > 嵌入图像”，再另存为普通 SVG。
    }
    .explain = 报告中的图形只能显示文件自身的内容，不得带脚本、链接，也不得引用别处的图片、字体和样式。图中的图片须以 PNG 或 JPEG 嵌入。

I006 = 本程序不能把图形 { $name } 放入 Word 文件
    .help = 请改用 PNG 图片，或使用带 pixels 功能的程序。
    .explain = Word 2016 起才能显示 SVG，且须同时附上点阵图，本程序不带绘制点阵图的功能。网页和 PDF 不受影响。

C001 = 没有图表 { $id }
    .help = 请在 { $path } 中写明这张图，或改正名称。
    .explain = 模板中的 chart "works"，在工作区或安装目录的 templates/charts/works.toml 中写明。

C002 = 图表中的数据 { $name } 没有声明
    .help = 请写全称，如 "theory-study/sessions"；workspace.toml 中的合计写成 "workspace/名称"。
    .explain = 图表中的每个数字，都须是工作区某个插件声明的数据，或 workspace.toml 中 [counts] 的合计。

C003 = 图表画不出来：{ $reason ->
        [empty] 没有数据
        [line] 折线只用于各期对比
        [compare] 只有按数据排列时，才能与以前各期并列
        [many] 系列超过六个，分辨不清
        [periods] periods 须是 2 至 12 的数，并写明 rows = "periods"
       *[mixed] 比率与数量不能共用一条坐标轴
    }
    .help = { $reason ->
        [empty] 请加上 [[values]]，写明 count = "……"。
        [line] 请写 rows = "periods"，或改为 kind = "bar"。
        [compare] 请去掉 compare，或写 rows = "counts"。
        [many] 请分成两张图。
        [periods] 例如 rows = "periods"、periods = 5。
       *[mixed] 请分成两张图。
    }
    .explain = rows 写明图表按什么排列：counts 按数据排列（可与以前各期并列），units 按下级单位排列（只出现在上级单位的报告中），periods 按期排列（以前各期取自历史数据，最后是本期）。

S002 = 样式里没有“{ $key }”这一项
    .help = 请改正名称或删去。全部项目见 huibian style show。
    .explain = 样式文件里有一项无法识别，多半是写错了字，或写错了节。全部项目见 docs/styles.zh-CN.md。

S003 = “{ $key }”不能是 { $given }
    .help = 应为{ $kind ->
        [length] 带单位（pt、mm、cm、in）的长度，{ $least } 至 { $most }，如 "-0.3pt"
        [distance] 带单位的长度，{ $least } 至 { $most }，如 "37mm"
        [lines] 行数，{ $least } 至 { $most } 的整数，如 2
        [characters] 字数，{ $least } 至 { $most } 的整数，如 2
        [hundredths] 以百分之一字计的整数，{ $least } 至 { $most }，如 200 表示两字
        [count] {" "}{ $least } 至 { $most } 的整数
        [sheet] 带单位的长度，{ $least } 至 { $most }，如 "210mm"
        [type] 带单位的字号，{ $least } 至 { $most }，如 "16pt"
        [line] 带单位的行距，{ $least } 至 { $most }，如 "28.95pt"
        [rule] 带单位的线宽，{ $least } 至 { $most }，如 "1pt"
        [beyond] {" "}{ $least } 至 { $most }：行距不小于字号的一半，字距在正文字号的负一半至四倍之间
        [language] 语言代码，如 "zh-CN"（BCP 47）
        [switch] true 或 false，不加引号
        [text] 加引号的文字，没有时写 ""
        [name] 加引号的文字，不能为空
        [face] 加引号的字体名，如 "黑体"
        [align] {" "}{ $known } 之一
        [side] {" "}{ $known } 之一
        [colour] 六位十六进制颜色，如 "FF0000"
        [fill] 六位十六进制颜色，如 "E7E6E6"，没有时写 ""
        [numbers] {" "}{ $known } 之一
        [label] 文字，其中至多有一处 { $known }
        [places] 文字，其中可用 { $known }
        [phrase] 文字，其中可用 { $known }
        [words] 词语列表，如 ["年", "月"]
        [months] 十二个名称的列表，或 []
        [substitutes] 按字体名列出替代字体，如 "仿宋_GB2312" = ["仿宋"]
        [families] 按字体名写出类别，取 { $known } 之一
        [signs] 按符号写出说法，如 "%" = "个百分点"
       *[table] 一节：[节名]，其下写各项
    }。
    .explain = 样式文件里某项的值不合要求。长度要带单位（"28.95pt"、"37mm"）；各项取值见 docs/styles.zh-CN.md。

S004 = { $number ->
        [one] 样式缺少“{ $key }”
       *[many] 样式缺少 { $count } 项：{ $key } 等
    }
    .help = { $number ->
        [one] 请补上，或继承一个写有此项的样式：inherits = "gbt9704"。
       *[many] 请在文件开头写 inherits = "gbt9704"，只写不同之处；不继承的样式须写全各项。
    }
    .explain = 不继承其他样式的样式须写全各项；继承的只写不同之处。

S005 = 除去页边，版心{ $direction ->
        [across] 宽
       *[down] 高
    }只剩 { $room }，排不下文字
    .help = 请减小页边或加大纸张：版心至少要能排下两行、一个字。
    .explain = 纸张除去四边即为版心。版心太小，无从排版。

S006 = “{ $key }”与“{ $by }”重名
    .help = 请改掉其中一个名称：Word 按名称区分样式。
    .explain = 各段落样式、各级标题在 Word 中须有各自的名称。

S007 = { $reason ->
        [path] inherits 应写样式名，不写路径：{ $name }
        [cycle] 样式经“{ $name }”继承了自己
        [outside] 样式“{ $name }”是指向别处的链接
        [deep] 样式层层继承，超过 { $most } 层
       *[none] 没有可供继承的样式“{ $name }”
    }
    .help = { $reason ->
        [deep] 请把中间几层样式的内容并成一个，再继承它。
       *[other] 请写同一文件夹里或程序自带的样式名，不带 .toml：inherits = "gbt9704"。
    }
    .explain = inherits 写明本文件没有写的值取自哪个样式。该样式在本文件旁边，或在程序的 templates/styles 里。

S008 = 没有样式“{ $name }”
    .help = { $known ->
        [none] 请把样式文件放在 templates/styles 下，或写出文件路径。
       *[other] 现有：{ $known }。也可写以 .toml 结尾的文件路径。
    }
    .explain = 样式在工作区和程序的 templates/styles 里，可用 huibian style list 列出。

S009 = { $what ->
        [lines] 每面排 { $found } 行，不是 { $wanted } 行：版心高 { $span }，行距 { $each }
       *[characters] 每行排 { $found } 字，不是 { $wanted } 字：版心宽 { $span }，每字占 { $each }
    }
    .help = { $what ->
        [lines] 请调整 page.top、page.bottom 或 text.line；另有要求的，改 text.lines_a_page。
       *[characters] 请调整 page.left、page.right、text.tracking 或正文字号；另有要求的，改 text.characters_a_line。
    }
    .explain = 提示：国标 5.2.3 要求每面 22 行、每行 28 字。程序按 [text] 下的 lines_a_page 和 characters_a_line 核算，写 0 则不核算。

S010 = { $key }：{ $size } 的字排在 { $line } 的行里，字会被截去一截
    .help = 请为它另写较大的 line，或减小字号。
    .explain = 提示：行距是固定值，字比行高时上端会被截去。

S011 = 页码伸进了版心：下边距 { $bottom }，页码需要 { $needed }
    .help = 请加大 page.bottom 或减小 page.footer。
    .explain = 提示：页码在纸下边之上 page.footer 处，应在版心之下。

S012 = { $stand_in ->
        [none] 在本机打开文档时，字体“{ $face }”和样式所列的替代字体都没有，由各软件自行选用
       *[other] 在本机打开文档时，字体“{ $face }”显示为“{ $stand_in }”
    }
    .help = 请安装该字体，或在 [substitutes] 下写明本机有的替代字体。
    .explain = 提示：文档里写的仍是原字体，有这种字体的电脑照常显示；本机显示的是别的字体，回行可能不同。PDF 用什么字体，由 O007 说明。

S013 = { $path } 不能用作参照文件：{ $reason ->
        [ole] 是 .doc 文件，或设有密码
        [locked] 部分内容已加密
        [large] 解压后过大（{ $detail }）
        [path] 部件指向文件之外（{ $detail }）
        [document] 不是 Word 文档，而是别的文件（{ $detail }）
        [body] 文档没有正文，部件中没有 w:body（{ $detail }）
        [lacking] 缺少必需的部件（{ $detail }）
        [encoding] 部件不是 UTF-8 编码（{ $detail }）
        [convert] 是 { $detail } 文件，而本机没有可以转换它的 LibreOffice，或转换失败
        [elements] 部件的元素、属性过多或过长，或嵌套层数过多，不是一份公文应有的（{ $detail }）
        [doctype] 有部件声明了文档类型（DOCTYPE），Word 打不开（{ $detail }）
        [xml] 部件无法读取（{ $detail }）
        [macro] 含有宏（{ $detail }）
        [external] 页眉、页脚或主题引用了外部文件（{ $detail }）
        [link] 页眉页脚中有超链接（{ $detail }）
        [field] 页眉页脚中有读取其他文件或启动其他程序的域（{ $detail }）
        [field-named] 页眉页脚中有一个域，它的名称由另一个域生成，无从知道它做什么（{ $detail }）
        [field-open] 页眉页脚中有嵌套的域没有结束（{ $detail }）
        [field-parted] 页眉页脚中有一个域，一部分在供其他程序选用的内容之内，一部分在外（{ $detail }）
        [dangling] 页眉、页脚或主题引用了文件中没有的部件（{ $detail }）
        [part] 页眉页脚中有图片以外的对象（{ $detail }）
        [room] 除去页边，版心排不下文字（{ $detail }）
        [twice] 有两个部件同名，各种程序取用的不一定是同一个（{ $detail }）
       *[zip] 不是 .docx 文件，或已损坏
    }
    .help = { $reason ->
        [ole] 请用 Word 打开，取消密码，另存为“Word 文档（.docx）”。
        [locked] 请取消密码后另存。
        [body] 请改用这份文件以前的副本，或在 Word 中重新起草。
        [macro] 请另存为不含宏的“Word 文档（.docx）”。
        [external] 请把图片嵌入文件，不要链接；或从页眉页脚中删去。
        [link] 请选中链接文字，取消超链接，文字照留。
        [field] 请选中该域，按 Ctrl+Shift+F9 变为文字；图片请直接插入。
        [field-named] 请选中该域，按 Ctrl+Shift+F9 变为文字。
        [field-open] 请按 Alt+F9 显示域代码，删去没有结束的域。
        [field-parted] 请选中该域，按 Ctrl+Shift+F9 变为文字。
        [dangling] 请在 Word 中删去并重做页眉页脚，再保存。
        [part] 页眉页脚中只保留文字、域和图片。
        [room] 请减小页边或加大纸张。
        [doctype] 字处理软件不会这样写：请用 Word 或 WPS 重新存成文件。
        [convert] 请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”；或安装 LibreOffice。
       *[other] 请用 Word 或 LibreOffice 打开，重新存为 .docx。
    }
    .explain = [output] 下的 reference 指定本单位自己的 Word 文件，生成的文档沿用其样式、页面设置和页眉页脚。文档要发给别人，因此不接受宏，也不接受引用外部文件、带有超链接或启动其他程序的页眉页脚。

S014 = 参照文件的页眉页脚要显示样式“{ $style }”的文字，而报告中没有用这个样式
    .help = Word 会在那里印出“错误！文档中没有指定样式的文字”。请在参照文件中把这个域（STYLEREF）改成报告有的样式，如“公文一级标题”，或改成文字。
    .explain = 参照文件的页眉页脚原样用在报告中，其中的 STYLEREF 域显示正文中某个样式的文字；报告没有这个样式的段落时，Word 印出错误提示。

S015 = 参照文件的页眉或页脚会原样印出 { $words }
    .help = 参照文件不填写内容。请去掉花括号；或者把这个文件作为报告的模板（template = "….docx"），在模板里会填写。
    .explain = 参照文件的页眉页脚原样出现在每份公文中。双花括号里的内容只在文件作为报告模板时填写。

O001 = { $reason ->
        [double] “{ $name }”有两份数据（{ $first }、{ $second }），文件会同名：{ $path }
       *[name] { $first } 与 { $second } 的文件会同名：{ $path }
    }
    .help = { $reason ->
        [double] 重复填报的，请删去一份；确是两个同名的单位，请在输出名称中加入 unit.id。
       *[name] 请在输出名称中加入 unit.id。
    }
    .explain = 输出问题；不会留下写了一半的文件。重复填报的，请删去一份；确是两个单位的，请在输出名称中加入 unit.id。

O002 = { $reason ->
        [outside] 输出名称 { $pattern } 会写到输出文件夹之外
        [no-unit] 输出名称 { $pattern } 没有区分单位
        [reads] 输出文件名 { $pattern } 通向 { $folder }，工作区要从那里读取文件
       *[placeholder] 输出名称 { $pattern } 中有不认识的占位符
    }
    .help = 请写工作区内的相对路径，可用占位符：{ $known }。
    .explain = 输出问题；不会留下写了一半的文件。请核对 [output] 的 pattern，或 --output。

O003 = 没有格式 { $given }；可用：{ $known }
    .help = { $of ->
        [table] 请让 --table 的文件名以 .xlsx 或 .csv 结尾。
        [form] 请让 --output 的文件名以 .xlsx 结尾。
       *[report] 请核对 formats 或 --format。
    }
    .explain = 输出问题；不会留下写了一半的文件。请核对 formats 或 --format。

O004 = 无法写入 { $path }：{ $reason }
    .help = 如有别的文件或文件夹占了位置，请移走；请关闭正在打开该文件的程序，并核对磁盘空间和权限。
    .explain = 输出问题；不会留下写了一半的文件。如有别的文件或文件夹占了位置，请移走；请关闭正在打开该文件的程序，并核对磁盘空间和权限。

O005 = 这个程序不带 PDF 功能
    .help = 请用 `cargo build --release --features pdf` 重新生成程序，或在 [output] 中写 pdf = "libreoffice"，由 LibreOffice 转换。
    .explain = 直接生成 PDF 的部分编译较慢，一般的程序不带。请用 --features pdf 重新生成程序，或改由 LibreOffice 转换。

O006 = 无法生成 PDF：{ $reason }
    .help = 请改用其他格式，并反馈这一问题。
    .explain = 排版程序没能排出这份文件；该单位的其他文件也不会写出。

O007 = PDF 中的字体“{ $face }”换成了“{ $stand_in }”
    .help = 请安装“{ $face }”，或在 [output] 的 fonts 中写明它所在的文件夹。
    .explain = PDF 用本机和 fonts 文件夹中的字体排版；缺少样式指定的字体时用相近的代替，PDF 里就是这种字体，版面会略有不同。其他格式写的仍是原字体，见 S012。

O008 = 本机没有字体“{ $face }”，也没有可以代替它的字体
    .help = 请安装“{ $face }”，或在 [output] 的 fonts 中写明它所在的文件夹。
    .explain = PDF 用本机的字体排版，一种中文字体也没有时无法生成。

O009 = LibreOffice 没能生成 PDF：{ $reason }
    .help = 请安装 LibreOffice，并核对命令 soffice 能否运行。
    .explain = [output] 中写了 pdf = "libreoffice"，由 LibreOffice 把 docx 转换为 PDF。

O010 = { $reason ->
        [missing] fonts 中的文件夹 { $path } 不存在
        [empty] fonts 中的文件夹 { $path } 里没有字体文件
        [libreoffice] 由 LibreOffice 转换 PDF 时不用 fonts 中的字体
       *[unused] 没有哪种输出用到 fonts 中的字体
    }
    .help = { $reason ->
        [missing] 请改正路径（相对于工作区文件夹），或删去。
        [empty] 请放入 .ttf、.otf 或 .ttc 文件，或删去。
        [libreoffice] 请把字体安装到系统，或改用带 PDF 功能的程序。
       *[unused] 请在 formats 中加上 pdf，或删去 fonts。
    }
    .explain = 提示：[output] 的 fonts 是系统字体以外另有字体的文件夹，程序排 PDF、画图表和 SVG 图片时使用。写在其中而用不上的，文档里看不出差别，所以在这里说明。

O011 = 报告没有写明格式
    .help = 请在 formats 中写上格式，如 formats = ["docx"]；可用的有：{ $known }。
    .explain = 输出问题；一种格式也没有，就什么也不会生成。请在报告的 formats 中写上格式，或用 --format 给出。

O012 = 表“{ $table }”有 { $columns } 列，任何一页都放不下，除非把数字拆开
    .help = 请减少列数，或拆成两张表，或在样式的 [tables] 中用 least_size 允许更小的字。
    .explain = 输出问题；表的列宽按内容确定。不能拆开的内容（带量词的数字、日期、姓名）用样式允许的最小字号、横排页面也放不下。请拆分表格或减少列数。

O013 = 输出会写到工作区之外：{ $path }
    .help = 工作区里的这个文件夹是指向别处的链接，或挂载的另一个盘。确实要写到那里的，请用 --output 写明；否则请换成普通文件夹。
    .explain = 工作区可能来自他人，其中的链接和挂载不能让程序改写本机别处的文件。要写到工作区之外，只能由使用者在命令行上用 --output 指定。

O014 = 有 { $count } 个单位的文件写出后又不见了，如 { $path }
    .help = 运行时请勿移动或清空输出文件夹；再运行一次即可补齐。
    .explain = 运行记录只登记确实存在的文件。运行过程中输出文件夹被删除、移走或清空的，这些单位记为失败，下次运行会重新生成。

R001 = 运行中断，该单位未处理
    .help = 请重新运行。
    .explain = 运行过程中的问题。请重新运行。

R002 = 程序内部错误：{ $reason }
    .help = 请把本提示告诉开发者。
    .explain = 运行过程中的问题。请把本提示告诉开发者。

R003 = 没有诊断代码 { $given }
    .help = 代码形如 U003。
    .explain = 运行过程中的问题。代码形如 U003。

R004 = { $path } 不是运行记录
    .help = 请重新运行 huibian batch。
    .explain = manifest.jsonl 由运行时写出，供 huibian plugin why 读取；该文件被改动或已损坏。请重新运行。

R005 = { $when ->
        [damaged] 运行记录 { $path } 已损坏，其中的内容不再采用
        [later] 运行记录 { $path } 由较新版本的 huibian 写成
       *[earlier] 运行记录 { $path } 由较早版本的 huibian 写成
    }
    .help = 无需处理：各单位都重新生成；下次 batch 会写出新的记录。平时用 --strict 的，请先不带 --strict 运行一次。
    .explain = 记录表明没有任何改动的单位，沿用上次运行的结果。这份记录已损坏，或缺少本版本所需的内容，因此各单位都重新生成一次。

R006 = 上一次运行中途停止（{ $who }），{ $path } 中可能有没写完的内容
    .help = 无需处理：本次运行已清理遗留的临时文件，并重新生成内容不符的单位。
    .explain = 运行被强行结束或断电时，一个单位的几个文件可能只换了一部分。下一次运行据此逐个核对文件，内容与记录不符的单位重新生成，临时文件一并清除。

R007 = { $kind ->
        [edited] 运行记录 { $path } 写出后有几行被改动过：{ $units }
        [later] 运行记录 { $path } 由较新版本的 huibian 写出
       *[earlier] 运行记录 { $path } 由较早版本的 huibian 写出
    }
    .help = 仍按记录所写比较；要确保无误，请用 huibian batch 重新生成这一期。
    .explain = 运行记录每行都带校验码，改动过的看得出来。这样的记录仍按所写比较；要确保无误，请用 huibian batch 重新生成这一期。

G001 = { $id } 的上级单位 { $parent } 不存在
    .help = 请核对 parent，或在 workspace.toml 的 [[parents]] 中写明该上级单位。
    .explain = 上下级关系有误，无法汇总。请核对 parent，或在 workspace.toml 的 [[parents]] 中写明该上级单位。

G002 = { $id } 的上级单位绕了一圈又回到它自己
    .help = 请改正其中一个单位的 parent。
    .explain = 上下级关系有误，无法汇总。请改正其中一个单位的 parent。

G003 = 两个单位的代号都是 { $id }；另一处：{ $first }
    .help = 请改其中一个的 id。
    .explain = 上下级关系有误，无法汇总。请改其中一个的 id。

G004 = { $id } 同时归属 { $first } 和 { $second }
    .help = 请在其中一处删去这个单位。
    .explain = 单位文件中的 parent 与 workspace.toml 中 [[parents]] 的 units 不一致，或两个上级单位都列出了它。请只保留一处。

G005 = 没有任何上下级关系，无从汇总
    .help = 请在 workspace.toml 中写 [[parents]]，用 units 列出下级单位，或在各单位的文件中写 parent。
    .explain = 汇总按上下级关系进行。在 workspace.toml 的 [[parents]] 中写明上级单位，用 units 列出下级单位；也可在各单位文件的 [unit] 中写 parent。

G006 = { $id } 没有下级单位，无从汇总
    .help = 有下级单位的是：{ $known }。
    .explain = 只有上级单位才能汇总。

G007 = 有 { $count } 个单位校验未通过，没有汇总：{ $units }{ $left ->
        [0] {""}
       *[other] ；以前运行留下的旧文件没有更新：{ $files }
    }
    .help = 请改正这些单位的数据，或用 huibian accept 认可；要先汇总的，把 workspace.toml 中 [rollup] 的 failed 改为 "include" 或 "exclude"。
    .explain = workspace.toml 中 [rollup] 写了 failed = "stop"：有单位校验未通过时不汇总。改为 "include" 则照常计入并在文末写明，改为 "exclude" 则不计入并写明。

G008 = { $unit }下属 { $count } 个单位都没有数字可汇总，不生成报告
    .help = 请先改正各单位的数据；huibian check 会逐条说明问题。
    .explain = 上级报告由下属单位的数字汇总而成。下属单位都未能生成或都不计入时，汇总表和网页写明是哪些单位、因为什么，报告不生成。请先改正各单位的数据；huibian check 会逐条说明问题。

H001 = { $kind ->
        [cut] 历史数据有一行不完整，后面缺了一截
        [syntax] 历史数据有一行改坏了，读不出来
        [empty] 历史数据文件是空的
        [twice] 历史数据文件中单位 { $id } 有两行
       *[other] 历史数据有一行缺少内容，或内容不是这一行该有的
    }
    .help = 请从备份或版本库恢复该文件；若没有备份，请移走它，重新运行 huibian close。
    .explain = history 文件夹保存各期已定的数据，每个单位一行，不宜手工改动。请从备份或版本库恢复；若没有备份，请移走该文件，重新运行 huibian close。

H002 = { $period } 未结账：{ $count ->
        [0] { $absent } 个单位未报送：{ $missing }
       *[other] { $count } 个单位有问题：{ $units }{ $absent ->
            [0] {""}
           *[other] ；另有 { $absent } 个未报送：{ $missing }
        }
    }
    .help = 请先改正上面列出的问题、收齐数据；确需先结账的，可加 --partial，这些单位不计入，以后可用 --amend 补上。
    .explain = 结账把一期的数据存入 history，以后各期与它比较，所以有单位未报送、生成失败或校验未通过时不结账。改正后重新运行；加 --partial 则略去有问题的单位，以后可用 --amend 补上。

H003 = { $period } 已结账，这次有 { $count } 项数据不同：{ $changes }
    .help = 若确需更正，请加 --amend 重新结账（或导入）；原来的数据保留，更正另存一份。
    .explain = 结过账的数据不会被悄悄改动。确需更正时加 --amend，另存为新的一份，写明哪些数据改了，以后各期与新的一份比较。

H004 = { $reason ->
        [row] 表格有一行读不出来：{ $found }
        [column] 没有“{ $found }”这项数据
        [ambiguous] 有几项数据都叫“{ $found }”
        [unit] 没有单位“{ $found }”
        [no-unit] 缺少单位
        [period] “{ $found }”不是报告期
        [no-period] 没有写报告期
        [twice] { $found } 在同一期出现两次
       *[number] “{ $found }”不能作为这项数据
    }
    .help = { $reason ->
        [row] 请把表格另存为 UTF-8 编码的 CSV。
        [column] 第一行写：报告期、单位，以及各项数据的名称或代号（如 theory-study/sessions）。
        [ambiguous] 请改写代号，如 theory-study/sessions。
        [unit] 请写单位的代号或名称；已撤并的单位，加一列“单位名称”，“单位”一列写代号。
        [no-unit] 请加一列“单位”，每行写单位的代号或名称。
        [period] 请写成 2023、2023H1、2023Q2、2023Q1-Q3、2023-06、2023W10（周）或 2023T1（学期）。
        [no-period] 请加一列“报告期”，或用 --period 给出。
        [twice] 请删去一行。
       *[number] 请写阿拉伯数字，不带逗号和量词；没有数据的留空，不要写 0。
    }
    .explain = huibian history import 读取一张表：第一行是列名，以后每行是一个单位的一期。空格子表示没有数据。表中有错时一行也不导入。

H005 = “{ $label }”在 { $period } 以“{ $before }”计，现以“{ $after }”计；以“{ $before }”计的各期不作比较，也不计入累计
    .help = 写明怎样折算，就能比较：factor = {"{"} "{ $before }" = 折算系数 {"}"}，即原来的数乘以它得现在的数；只改了小数位数的写 1。
    .explain = 计量单位或小数位数改了以后，同一个数字说的不是同一回事。plugin.toml 的 [counts.x] 中写了 factor 的，按它折算后比较，报告中写明是折算的；没有写的不比较，报告中说明原因。

H006 = 归档的期间有一行（第 { $line } 行）在归档后被改动过，与它相比的已不是当时归档的数据
    .help = 请恢复原来的文件。改动确属应当的，请用 huibian close --amend 重新归档，会写明改了什么。
    .explain = history/ 中每行都带有整行的校验值，改动过的行由此可知；此前归档、没有校验值的行照原样采用。比较仍按现有内容进行。请恢复原来的文件；改动确属应当的，请用 huibian close --amend 重新归档。

H007 = 归档的期间有行被删去、添加或替换：归档时有 { $filed } 个单位，现有 { $found } 个，与它相比的已不是当时归档的数据
    .help = 请恢复原来的文件。某单位确不应在内的，请用 huibian close --amend 重新归档。
    .explain = history/ 中每个文件的首行写明其后有多少单位的行，以及各行校验值合起来的校验值，由此可知有行被删去、添加或替换；此前归档、首行没有写明的照原样采用。比较仍按现有内容进行。请恢复原来的文件；确需去掉某单位的，请用 huibian close --amend 重新归档。

H008 = { $kind ->
        [converted] { $period } 的“{ $label }”以“{ $before }”归档，现以“{ $after }”计：其数据按“{ $before }”折算
       *[unknown] { $period } 的“{ $label }”以“{ $before }”归档，现以“{ $after }”计：照现在的计量单位写出来，数字就错了
    }
    .help = { $kind ->
        [converted] 数据已按“{ $after }”重新填报的，请用 huibian history import --amend 补正归档。
       *[unknown] 写明怎样折算：factor = {"{"} "{ $before }" = 折算系数 {"}"}。要照原样重新生成当期文件的，请用当时的插件。
    }
    .explain = 已结账的期间，数据以归档时的计量单位为准，不随 plugin.toml 改变。[counts.x] 中写了 factor 的按它折算；与折算后的数更接近的，视为已重新填报。没有写的，当期的文件不生成，以免数字和计量单位对不上。

H009 = [units.was] 写明“{ $unit }”以前是“{ $first }”和“{ $last }”；按归档的各期，“{ $first }”停报以后才有“{ $last }”，因此读作先后更名
    .help = 确是先后更名的，请逐次写明："{ $last }" = ["{ $first }"]，“{ $unit }”只写“{ $last }”。由两个单位合并而成的，请补入各自缺的几期（huibian history import）。
    .explain = 一个单位写了几个旧名，通常是由这几个单位合并而成，缺一个就不作比较。这几个旧名从未在同一期出现过、后一个在前一个停报以后才开始报送的，读作一次次更名，往期数据随之延续。逐次写明以后不再提醒。

B001 = { $reason ->
        [none] 给出的文件中没有报告
        [kind] { $path } 既不是报告也不是表格
        [empty] { $path } 中没有文字
        [unit] 没有认出 { $path } 是哪个单位的
        [period] 没有认出 { $path } 是哪个报告期的
        [large] { $path } 大得不像一份报告：超过 3000 段、6000 格、30 万字或 2000 项数据
        [twice] { $path } 与另一份是同一单位、同一报告期的
        [tags] { $path } 中有双花括号的标记，它已经是模板
        [character] { $path } 中有文字里不能有的字符
       *[word] 没有 Word 文件，无法做成模板
    }
    .help = { $reason ->
        [unit] 请把单位名称写进文件名，如 云溪镇-2023Q2.docx；正文中也要有这个名称，名称中不能有制表符或换行。
        [period] 请把报告期写进文件名，如 云溪镇-2023Q2.docx，或者加 --period 2023Q2。
        [large] 请只给报告本身，不要附上原始材料。
        [twice] 请只给其中一份：报出的那一份。
        [tags] 请放进 templates/，在 workspace.toml 中写明；huibian tags 文件 列出它需要什么。
        [character] 它看不见，请把那一行重新输入。
       *[none] 请给出 .docx 的报告或填报格式，以及各单位填好的 .xlsx 表格（如有）。
    }
    .explain = 起步所需的文件不全，什么都没有写。huibian adopt 从本单位已有的报告（.docx；仅查看时也可用 .md、.txt）和各单位填好的表格（.xlsx、.xls、.xlsb、.ods）起步；旧的 .doc、.wps 请先另存为 .docx。

B002 = { $path } 与其他报告几乎没有相同之处
    .help = 请只给同一种报告；别的报告另做一次。
    .explain = 同一种报告的多份才能对照出哪些是措辞、哪些是数据。请只给同一种报告；别的报告另用 huibian adopt 做一次。
