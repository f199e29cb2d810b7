//! What the command line takes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// 汇编：由数据生成定期报告。 Assembles periodic reports from data.
#[derive(Parser)]
#[command(name = "huibian", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Args)]
pub struct Common {
    /// 工作区文件夹，默认从当前文件夹向上查找。 The workspace; by default here or above.
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// 报告。 The report, where there are several.
    #[arg(long, global = true, value_name = "ID")]
    pub report: Option<String>,
    /// 报告期，如 2023Q2。 The period.
    #[arg(long, global = true)]
    pub period: Option<String>,
    /// 成文日期，如 2023-07-05。 The date the documents bear.
    #[arg(long, global = true)]
    pub date: Option<Date>,
    /// 格式：docx,md,txt。 Formats.
    #[arg(long, global = true, value_delimiter = ',')]
    pub format: Vec<String>,
    /// 输出文件名（不含扩展名）。 Pattern of output names, without extension.
    #[arg(long, global = true, value_name = "PATTERN")]
    pub output: Option<String>,
    /// 线程数。 Threads.
    #[arg(long, global = true)]
    pub jobs: Option<usize>,
    /// 语言。 Language of messages.
    #[arg(long, global = true)]
    pub lang: Option<Language>,
    /// 颜色。 Colour.
    #[arg(long, global = true, default_value = "auto")]
    pub color: Color,
    /// 少说。 Say less.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// A language of messages.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

/// When to colour.
#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// 生成一个单位的报告。 Make one unit's report.
    Assemble {
        /// 单位代号或名称。 The unit's id or name.
        unit: String,
    },
    /// 生成所有单位的报告。 Make all units' reports.
    Batch,
    /// 检查工作区，不写任何文件。 Check everything, write nothing.
    Check,
    /// 在终端查看报告。 Show a report on the terminal.
    Preview {
        /// 单位代号或名称。 The unit's id or name.
        unit: String,
    },
    /// 新建一个可以直接运行的工作区。 Make a workspace that runs at once.
    New {
        /// 新文件夹。 The new folder.
        dir: PathBuf,
    },
    /// 插件。 Plugins.
    #[command(subcommand)]
    Plugin(PluginCommand),
    /// 解释诊断代码。 Explain a diagnostic's code.
    Explain {
        /// 如 U003。 Such as U003.
        code: String,
    },
    /// 输出补全脚本。 Print completions for a shell.
    Completions {
        /// 外壳。 The shell.
        shell: clap_complete::Shell,
    },
}

/// What can be asked about plugins.
#[derive(Subcommand)]
pub enum PluginCommand {
    /// 列出插件。 List them.
    List,
    /// 查看一个插件。 Show one.
    Show {
        /// 插件代号。 Its id.
        id: String,
    },
}
