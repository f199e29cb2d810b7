# Help and usage of the command line. A command's text is cli-<path>, an argument's cli-<path>-arg-<name>, an
# option's option-<name>; .value names what it takes, .expects says how to write it.

cli = 汇编：由数据生成定期报告
    .after =
        退出码：0 一切正常；1 有单位失败或校验未通过；2 无法运行。
        例：
          huibian check           检查数据
          huibian preview 云溪镇  查看一个单位的报告
          huibian batch           生成全部报告
cli-assemble = 生成一个单位的报告
cli-assemble-arg-unit = 单位的代号或名称，如 yunxi 或 云溪镇
    .value = 单位
cli-batch = 生成所有单位的报告
cli-check = 检查工作区和各单位的数据，不写任何文件
cli-preview = 在终端查看一个单位的报告，不写任何文件
cli-preview-arg-unit = 单位的代号或名称，如 yunxi 或 云溪镇
    .value = 单位
cli-new = 新建一个可以直接运行的工作区
cli-new-arg-dir = 新文件夹
    .value = 文件夹
cli-plugin = 列出和查看插件
cli-plugin-list = 列出已安装的插件
cli-plugin-show = 查看一个插件需要什么、统计什么
cli-plugin-show-arg-id = 插件的代号，见 huibian plugin list
    .value = 代号
cli-plugin-new = 新建一个可以直接使用的插件
cli-plugin-new-arg-id = 新插件的代号，如 home-visits
    .value = 代号
cli-plugin-build = 编译插件的代码并放到位
cli-plugin-build-arg-target = 插件的代号或文件夹；不写则为当前文件夹的插件，或全部插件
    .value = 插件
cli-plugin-pack = 把插件打包成一个文件
cli-plugin-pack-arg-target = 插件的代号或文件夹
    .value = 插件
cli-plugin-install = 把插件文件安装到工作区
cli-plugin-install-arg-file = plugin pack 打出的文件
    .value = 文件
cli-plugin-check = 检查插件是否可以交付使用
cli-plugin-check-arg-target = 插件的代号或文件夹；不写则为当前文件夹的插件，或全部插件
    .value = 插件
cli-plugin-test = 运行插件的示例并比对结果
cli-plugin-test-arg-target = 插件的代号或文件夹；不写则为当前文件夹的插件，或全部插件
    .value = 插件
cli-explain = 解释一个诊断代码
cli-explain-arg-code = 诊断代码，如 U003
    .value = 代码
cli-completions = 输出命令补全脚本
cli-completions-arg-shell = bash、elvish、fish、powershell 或 zsh
    .value = 外壳
cli-manual = 输出全部命令的说明
cli-help = 查看一个命令的说明
cli-help-arg-command = 命令，如 plugin show
    .value = 命令

option-workspace = 工作区文件夹；不写则从当前文件夹向上查找
    .value = 文件夹
option-report = 有几种报告时，指定其中一种
    .value = 代号
option-period = 报告期，如 2023Q2、2023H1、2023-06、2023
    .value = 报告期
option-date = 成文日期，如 2023-07-05
    .value = 日期
    .expects = 请写成 2023-07-05。
option-format = 文件格式，如 docx,md,txt
    .value = 格式
option-output = 输出文件名，不含扩展名，如 out/{"{"}period{"}"}/{"{"}unit.name{"}"}
    .value = 文件名
option-jobs = 同时处理几个单位；不写则由机器决定
    .value = 个数
    .expects = 请写 1 或更大的整数。
option-lang = 语言：zh 或 en；不写则随系统
    .value = 语言
option-color = 颜色：auto（自动）、always（总是）或 never（从不）
    .value = 何时
option-quiet = 只显示错误和最后一行
option-verbose = 显示各步用时和文件位置；写两次（-vv）再加各单位用时
option-help = 显示说明
option-version = 显示版本
option-bless = 把示例的实际结果写入 plugin.toml
option-kind = 插件的形式：declarative（没有代码）、native（本机库）或 wasm（沙箱模块）
    .value = 形式
option-dir = 插件文件夹放在哪里；不写则放在工作区的 plugins 或当前文件夹
    .value = 文件夹
option-to = 写到哪个文件；不写则为当前文件夹中的 代号-版本.hbplugin
    .value = 文件
option-replace = 替换已安装的其他版本
option-add = 同时写入 workspace.toml 的 plugins

help-usage = 用法：
help-commands = 命令：
help-arguments = 参数：
help-options = 选项：
help-any-option = [选项]
help-any-command = <命令>

usage-line = 用法
usage-more = 说明
usage-unknown-option = 没有 { $given } 这个选项
usage-unexpected = 多出一项“{ $given }”
usage-unknown-command = 没有“{ $given }”这个命令
usage-missing-argument = 缺少 { $missing }
usage-missing-command = 没有写命令
usage-commands = 可用的命令：{ $known }
usage-missing-value = { $option } 后面没有写值
usage-bad-value = { $option } 不能是“{ $given }”
usage-known-values = 可以写：{ $known }
usage-conflict = { $option } 不能与 { $other } 同时使用
usage-twice = { $option } 写了两次
usage-no-value = { $option } 后面不应有值“{ $given }”
usage-not-text = 命令行中有不是 UTF-8 的文字
usage-other = 命令行有误：{ $reason }
