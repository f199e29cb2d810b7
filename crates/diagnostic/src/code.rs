//! The stable codes. A code is never renumbered and never reused; its texts are in `messages/<lang>/codes.ftl`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What kind of thing went wrong. The letter names the stage: W workspace, P plugin, U unit data,
        /// D data tables, T template, E official document, I pictures, C charts, S house style, O output, R run, G the tree of units, H history,
        /// K what checks and plugins find in a report's content, A findings that someone lets through,
        /// B an office's own reports to begin from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[serde(try_from = "String")]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Whether it is about a report's content: the report is made all the same.
            pub fn is_finding(self) -> bool {
                self.as_str().starts_with('K')
            }

            /// The code as it is printed: `U003`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    /// A file could not be read. `path`, `reason`
    FileUnreadable = "W001",
    /// A TOML file does not parse. `kind`, `reason`
    TomlSyntax = "W002",
    /// A key that means nothing here. `key`
    UnknownKey = "W003",
    /// A value of the wrong type, or a key that is missing, in a configuration file. `what`: missing
    /// (`key`), type (`expected`, `given`), choice or place (`given`, `known`), name (`kind`, `given`), empty, character,
    /// none, brace, levels, serial, year, height, digits, date, length, other (`detail`)
    BadValue = "W004",
    /// No workspace.toml here or above. `path`
    NoWorkspace = "W005",
    /// Text that names no period. `given`
    BadPeriod = "W006",
    /// The workspace has no report, or none of that id. `id`, `known`
    NoReport = "W007",
    /// Several reports and none chosen. `known`
    WhichReport = "W008",
    /// No date for the document. No arguments
    NoDate = "W009",
    /// No unit data where it was looked for. `path`
    NoUnits = "W010",
    /// No unit of that id. `id`
    NoUnit = "W011",
    /// The folder that `new` should make is there and not empty. `path`
    FolderNotEmpty = "W012",
    /// The installation's folder was not found. `path`
    NoInstallation = "W013",
    /// A total or a rule of workspace.toml that cannot be used. `name`, `reason`: expr, or the name in braces
    BadAcross = "W014",
    /// A file that a workspace names, and that lies neither in it nor in the installation. `path`
    FileOutside = "W015",
    /// A period that was asked for and that has no date of its own. `period`, `date`
    OtherDate = "W016",
    /// A file that was written to while the run read it. `path`
    FileChanged = "W017",
    /// A file with more faults than are told at once. `told`, `more`: some, or how many
    MoreFaults = "W018",
    /// Units that are each said to have been the other. `units`
    CircleOfNames = "W019",

    /// No folder for a plugin that the workspace names. `id`, `searched`
    PluginMissing = "P001",
    /// plugin.toml contradicts itself. `reason`: carriers, columns, merge, digits (`found`, `limit`), endless,
    /// part (`found`), ratio; `name`
    PluginManifest = "P002",
    /// The folder's name and the id differ. `id`, `folder`
    PluginId = "P003",
    /// No library for this system. `id`, `searched`
    LibraryMissing = "P004",
    /// The library is no library, or cannot be loaded. `id`, `path`, `reason`
    LibraryBroken = "P005",
    /// The library speaks another ABI, or none. `id`, `path`, `found`, `expected`
    WrongAbi = "P006",
    /// The plugin speaks another contract. `id`, `found`, `expected`
    WrongContract = "P007",
    /// The manifest inside the library is another one. `id`, `path`, `what`, `folder`, `library`
    ManifestDiffers = "P008",
    /// The plugin names a slot that the report lacks. `id`, `slot`, `known`
    UnknownSlot = "P009",
    /// A section template is missing. `id`, `slot`, `path`
    SectionMissing = "P010",
    /// A rule does not parse or names an unknown count. `id`, `check`, `reason`
    BadRule = "P011",
    /// The same plugin stands twice. `id`
    PluginTwice = "P012",
    /// A count under `uses` that no plugin of the workspace declares. `id`, `key`
    UnknownUse = "P013",
    /// A library that came neither with the installation nor from this checkout, and that the user has not permitted.
    /// `id`, `path`, `hash`; `options`: what the command that permits it needs, told by the command line
    NotPermitted = "P014",
    /// A plugin that is not the one in plugins.lock. `id`, `what`: version, code or files, `locked`, `found`
    LockDiffers = "P015",
    /// A plugin that plugins.lock does not name, or not for this system. `id`
    NotLocked = "P016",
    /// Two folders hold different plugins of one id. `id`, `first`, `second`
    TwoPlugins = "P017",
    /// A plugin's code did not run, and what it would have said is not known. `id`
    CodeNotRun = "P018",
    /// A plugin asks for more than code may use up. `id`, `key`: `response_bytes`, `memory_mib`, seconds, fuel; `asked`,
    /// `most`, `path`: the user's file
    LimitTooHigh = "P019",

    /// A source names a field or column that is not declared. `key`, `kind`: field, ledger, column; `name`
    UnknownSource = "P030",
    /// Sources that do not go together, or none. `key`, `reason`
    SourceUse = "P031",
    /// A source of a type that does not fit. `key`, `name`, `expected`, `found`
    SourceType = "P032",
    /// Counts that are computed from each other. `cycle`
    ExpressionCycle = "P033",
    /// An expression that does not parse. `at`: what stands there, empty at its end
    ExpressionSyntax = "P034",
    /// A name in an expression that nothing declares. `name`, `known`
    ExpressionName = "P035",
    /// Operands that do not fit their operator. `operator`, `left`, `right`
    ExpressionOperand = "P036",
    /// A division in a count. No arguments
    ExpressionDivision = "P037",
    /// A function that expressions do not have. `name`, `known`
    ExpressionFunction = "P038",
    /// An expression that yields another kind of value. `expected`, `found`
    ExpressionResult = "P039",
    /// An expression that is too long or nests too deep. No arguments
    ExpressionTooDeep = "P040",

    /// The WebAssembly module is not there. `id`, `path`
    ModuleMissing = "P050",
    /// The file is no WebAssembly module that can be used. `id`, `path`, `reason`
    ModuleBroken = "P051",
    /// The module asks for functions that no host gives. `id`, `path`, `imports`
    ModuleImports = "P052",
    /// The module lacks an export of the interface. `id`, `path`, `export`
    ModuleExports = "P053",
    /// The module asks for more memory than it may have. `id`, `path`, `needed`, `limit`
    ModuleMemory = "P054",
    /// This build runs no WebAssembly. `id`
    NoWasm = "P055",

    /// A plugin without an example. `id`
    NoExample = "P070",
    /// An id that no plugin can have. `given`
    BadPluginId = "P071",
    /// Cargo failed to build a plugin. `id`, `reason`
    BuildFailed = "P072",
    /// An archive that cannot be installed. `path`, `reason` (zip, list, outside, extra, missing, hash, large, differs),
    /// `name`
    BadArchive = "P073",
    /// Another plugin of that id is installed. `id`, `installed`, `offered`, `reason` (version, changed, sources)
    PluginThere = "P074",
    /// The workspace does not name a plugin. `id`
    PluginUnused = "P075",
    /// Files cannot be watched. `reason`
    WatchFailed = "P076",

    /// The plugin returned an error. `id`, `message`
    PluginRefused = "P101",
    /// The plugin panicked. `id`, `message`: none where it gave none
    PluginPanicked = "P102",
    /// The plugin returned a status that is none. `id`, `status`
    PluginStatus = "P103",
    /// The response is larger than the limit. `id`, `limit`
    ResponseTooLarge = "P104",
    /// The response is not UTF-8. `id`
    ResponseNotText = "P105",
    /// The response is not JSON of the right shape. `id`, `reason`
    ResponseMalformed = "P106",
    /// A count that plugin.toml does not declare. `id`, `name`
    UndeclaredCount = "P107",
    /// A count of the wrong kind. `id`, `name`, `expected`, `found`
    CountKind = "P108",
    /// A required count is missing. `id`, `name`
    MissingCount = "P109",
    /// A fact that plugin.toml does not declare. `id`, `name`
    UndeclaredFact = "P110",
    /// A fact of the wrong type. `id`, `name`, `expected`, `found`
    FactType = "P111",
    /// A required fact is missing. `id`, `name`
    MissingFact = "P112",
    /// A count that the engine derives was returned. `id`, `name`
    DerivedCount = "P113",
    /// A text with a character that no document may hold. `id`, `name`, `character`
    ResponseCharacter = "P114",

    /// A signal ended the plugin's process. `id`, `signal`, `said`
    PluginKilled = "P120",
    /// The plugin ended its process. `id`, `exit`, `said`
    PluginExited = "P121",
    /// The plugin took too long. `id`, `seconds`
    PluginTimedOut = "P122",
    /// The plugin wrote into the channel between its process and the program, or closed it. `id`
    PluginGarbled = "P123",
    /// The plugin ran out of memory. `id`, `limit`, `said`
    PluginOutOfMemory = "P124",
    /// The plugin failed so often that it is not asked again. `id`, `failures`, `first`
    PluginSetAside = "P125",
    /// No process for the plugin could be started. `id`, `reason`
    PluginNotHosted = "P126",
    /// No program is known that would host a native plugin. `id`, `reason`: unasked, or hosted where this process was
    /// started to host one and did not
    NoPluginHost = "P127",
    /// The plugin took more in this run than a run may. `id`, `key`: `run_seconds` or `run_fuel`, `run`, `call`: what each unit
    /// adds, `path`: the user's configuration
    PluginRunBudget = "P128",

    /// The module broke off. `id`, `reason`: unreachable, memory, table, signature, division, number, stack or other,
    /// `detail`
    ModuleTrapped = "P130",
    /// The module took more steps than it may. `id`, `fuel`
    ModuleFuel = "P131",
    /// The module wanted more memory than it may have. `id`, `limit`
    ModuleOutOfMemory = "P132",
    /// The module pointed outside its memory. `id`, `function`
    ModulePointer = "P133",

    /// Two units with one id. `id`, `name`, `first`, `reason`: double (they have one name too), id
    UnitTwice = "U001",
    /// A value of the wrong type. `field`, `label`, `expected`, `found`
    FieldType = "U002",
    /// A required field is missing. `of`: field, ledger; `plugin`, `field`, `label`
    FieldMissing = "U003",
    /// A field or table that no plugin asks for. `key`
    UnknownField = "U004",
    /// A number below 0. `label`, `field`, `found`
    NegativeNumber = "U005",
    /// A character that no document may hold. `label`, `field`, `character`
    BadCharacter = "U006",
    /// A text that is empty. `label`, `field`
    EmptyText = "U007",
    /// Text that is no date. `label`, `field`, `found`
    BadDate = "U008",
    /// A unit without a name. No arguments
    NameMissing = "U009",
    /// An id that follows no rule. `given`
    BadUnitId = "U010",
    /// The unit gives nothing for a section that it must have. `plugin`, `title`, `given`: table or file
    SectionAbsent = "U011",
    /// A text that is longer than any of its kind. `label`, `field`, `found`: its characters, `most`
    TextTooLong = "U012",
    /// None of the sources of a required count was filled in. `label`, `name`, `sources`
    SourceMissing = "U020",
    /// A count came out as none can be. `label`, `expr`, `found`, `reason`: negative, fraction, endless, large, failed;
    /// `fields`: what it is computed from
    ComputedCount = "U021",

    /// A workbook or table that cannot be read. `path`, `reason`: password, format, empty, broken, cells, text,
    /// expanded, size or other, `detail`
    BookUnreadable = "D001",
    /// A sheet without a header row, or no such sheet. `reason`: header, missing (`known`: those there are),
    /// wide; `sheet`
    NoHeader = "D002",
    /// A column that nothing asks for. `header`
    UnknownColumn = "D003",
    /// A field that has two columns. `reason`: whether they are called the `same`, or the first one `other`; `header`, `other`, `first`
    ColumnTwice = "D004",
    /// A header that several fields have. `header`, `candidates`
    AmbiguousColumn = "D005",
    /// A required field without a column. `label`, `key`
    ColumnMissing = "D006",
    /// Rows with data that name no unit. `rows`: their numbers
    NoUnitInRow = "D007",
    /// A ledger row of a unit that is not in the main table. `unit`, `rows`
    StrangeUnit = "D008",
    /// A cell that lies under a merged range. `range`
    MergedCells = "D009",
    /// Text that is no number. `label`, `field`, `found`, `reason`: measure, inexact, percent,
    /// separator, large, unseen or other, `measure`
    NumberText = "D010",
    /// A formula that came to an error. `label`, `field`, `found`
    CellError = "D011",
    /// A formula that was never computed. `label`, `field`
    FormulaEmpty = "D012",
    /// A cell of another type. `label`, `field`, `expected`, `found`
    CellType = "D013",
    /// Text that is no day. `label`, `field`, `found`, `reason`: year, short, day or other
    CellDate = "D014",
    /// A text file in another encoding. `path`, `encoding`
    NotDecodable = "D015",
    /// A unit's own file that holds several units. `found`
    SeveralUnits = "D016",
    /// A sheet that names units and is no ledger. `sheet`
    StraySheet = "D017",
    /// A column with values and no header. No arguments
    NamelessColumn = "D018",
    /// A value of [units] that cannot be used. `key`, `given`, `known`
    TableOption = "D019",
    /// [units] says not at all, or more than once, where the units are, or names a reader and nothing for it. No arguments
    UnitsSource = "D020",
    /// Hidden rows or columns, which were read. `sheet`, `rows`, `columns`
    HiddenCells = "D021",
    /// A unit that gave no data. `unit`, `period`, `listed`: where it stands: known, parents, previous (the data of the period before)
    UnitAbsent = "D022",
    /// A file among the units' data that was passed over. `path`
    StrayFile = "D023",
    /// Rows that are no one's, which were passed over. `kind`: total, part, codes, note, head, nothing; `name`: what the first says,
    /// `rows`: where they are
    RowsUnread = "D024",
    /// A sheet that was passed over. `sheet`, `reason`: other, hidden, period
    SheetUnread = "D025",
    /// A total in a table that is another than its rows come to. `of`: rows or forms, `name`: the total's row or sheet,
    /// `label`, `stated`, `ours`: – where no row gives any
    TotalDiffers = "D040",
    /// Rows of a ledger that say what another one says. `label`, `rows`: pairs
    RowTwice = "D041",
    /// Units that stand in no list of units, where there are lists. `units`: the first of them, `count`, `all`: yes, no,
    /// whether `units` are all of them
    UnitUnlisted = "D042",
    /// The only sheet of units is called after another period. `sheet`, `period`
    SheetPeriod = "D043",
    /// Several sheets of units, or of a ledger, none of which is called after the period. `reason`: main, ledger; `sheets`, `period`,
    /// `label` of the ledger
    WhichSheet = "D044",
    /// A header of which most is not understood. `headers`
    HeadUnread = "D045",
    /// A quote that opens a value and never closes. No arguments
    OpenQuote = "D046",
    /// A cell that `[units.cells]` names and that is not there, or is there more than once. `key`, `what`: sheet, row,
    /// column, label, twice; `name`
    CellUnplaced = "D047",
    /// A column that is no field's, which was passed over. `header`, `reason`: sum (over other columns), other (another
    /// period's, or a comparison), aside
    ColumnUnread = "D048",
    /// A head, or a line above the table, that says another measure than the field's own. `header`, `said`, `label`, `own`,
    /// `key`, `factor`, `reason`: factor, cell, other, unsaid (the field has no measure), several (`headers`)
    MeasureDiffers = "D049",
    /// A cell that says that it is what stands above it. `label`, `field`, `found`
    Ditto = "D050",
    /// A sheet with a further table below the first. `row`
    SecondTable = "D051",
    /// A row that names a unit and gives nothing, among others that do. `name`
    RowEmpty = "D052",
    /// Numbers between 0 and 1 in a column of percentages. `label`, `found`: the first of them, `rows`
    FractionForPercent = "D053",
    /// Sheets with the same form, each of which was read as a unit's. `sheets`
    SheetsAreUnits = "D054",
    /// Cells that are struck out, which were read like the others. `sheet`, `rows`
    StruckOut = "D055",
    /// A cell of which a part is struck out, which is not read. `label`, `field`, `found`
    PartlyStruck = "D056",
    /// A title above a table that is of another period. `title`, `period`
    TitlePeriod = "D057",
    /// Cells with the number 0 for which a format shows a dash or nothing, which were read as empty. `sheet`, `rows`
    ZeroUnseen = "D058",
    /// A line of a CSV file with more values than its header, and a figure that a comma parts. `found`
    UnquotedComma = "D059",
    /// Rows, or files, that were read as units and may be none. `reason`: indent, sum, name, file; `rows`, `name` of the first
    UnitDoubted = "D060",
    /// Two units of one name. `name`, `first`: where the other is
    Namesakes = "D061",
    /// Heads that `[units.columns]` names and the table does not have. `headers`
    MappedHeadAbsent = "D062",
    /// Cells of data with comments, which are not read. `sheet`, `cells`
    Commented = "D063",
    /// Lines of a CSV file with more values than its header. `rows`
    LineTooLong = "D064",
    /// Files that are called after another unit than the one that they say they are of. `files`: each with what it says
    FileNameDiffers = "D065",
    /// Files beside units' own that may be units' and are not read. `files`
    FilesUnread = "D066",

    /// A rule that a plugin or the workspace declares does not hold. `plugin`, `check`, `message`: the author's words
    CheckFailed = "K001",
    /// What a plugin's code says. `plugin`, `message`
    PluginRemark = "K002",
    /// A rule that could not be computed. `plugin`, `check`, `reason`
    CheckUnanswered = "K003",
    /// A ledger row dated outside the period. `field`, `label`, `row`, `date`, `period`
    DateOutside = "K004",
    /// A total that is not the sum of its parts. `key`, `label`, `total`, `sum`, `measure`, `parts`: the addends,
    /// `reason`: rounding, stale, rest or over, `rest`: what they are apart
    PartsDiffer = "K005",
    /// A rate that does not follow from its parts. `key`, `label`, `given`, `measure`, `numerator`, `denominator`,
    /// `computed`
    RateDiffers = "K006",
    /// A count far from that of the period before. `key`, `label`, `now`, `before`, `measure`, `measure_before`,
    /// `earlier`, `factor`
    CountJumps = "K007",
    /// Counts as they were in the period before. `key`: the first, `counts`, `earlier`
    CountsUnchanged = "K008",
    /// A text that names another unit. `field`, `label`, `unit`
    TextOfOtherUnit = "K009",
    /// A text with a date of an earlier period. `field`, `label`, `said`, `period`
    TextOfOtherPeriod = "K010",
    /// A number in a text beside a count's label that is not the count. `field`, `label`, `key`, `count`, `said`, `found`,
    /// `measure`, `basis`: now, previous, `last_year` or `to_date`
    NumberDiffers = "K011",
    /// Two numbers in a text beside one label. `field`, `label`, `key`, `count`, `first`, `second`, `measure`
    NumbersDiffer = "K012",
    /// A text that several units have nearly word for word. `field`, `label`, `count`, `units`: the first of them, `all`:
    /// yes or no
    TextsAlike = "K013",
    /// Characters of a PDF that another face stands in for. `characters`, `face`
    CharactersOfOtherFace = "K014",
    /// Characters of a PDF that no face has. `characters`
    CharactersMissing = "K015",
    /// A rate in a table of earlier periods that does not follow from its parts. `key`, `unit`, `label`, `given`,
    /// `measure`, `computed`
    FiledRateDiffers = "K016",
    /// A change that a text tells and history does not bear out. `field`, `label`, `key`, `count`, `said`, `before`, `now`,
    /// `measure`, `basis`: previous or `last_year`, `earlier`
    ChangeDiffers = "K017",
    /// A text that says that there was none of a count that is not 0. `field`, `label`, `key`, `count`, `said`, `found`, `measure`
    NoneStated = "K018",
    /// A text that says that all of a count were dealt with. `field`, `label`, `key`, `count`, `said`, `found`, `measure`, `part`,
    /// `done`
    AllStated = "K019",
    /// A text that speaks of what a count says there was none of. `field`, `label`, `key`, `count`, `said`, `measure`
    SomeStated = "K020",
    /// A text that calls the first what history has more of. `field`, `label`, `key`, `count`, `said`, `found`, `measure`, `earlier`
    FirstStated = "K021",
    /// Parts in a text that come to more than their whole. `field`, `label`, `whole`, `sum`, `measure`
    PartsExceed = "K022",
    /// A placeholder in a text that was to be filled in. `field`, `label`, `said`
    BlankLeft = "K023",
    /// A day in a text that there is not. `field`, `label`, `said`
    NoSuchDay = "K024",
    /// A text with a word of another level, such as 我县 by a town. `field`, `label`, `said`, `unit`
    TextOfOtherLevel = "K025",
    /// A text with what is nearly the unit's own name. `field`, `label`, `said`, `unit`
    OwnNameMisspelt = "K026",
    /// A text that is word for word that of the period before. `field`, `label`, `earlier`
    TextUnchanged = "K027",
    /// A count far from what the unit has filed. `key`, `label`, `now`, `measure`, `usual`: the median, `least`, `most`, `periods`
    CountOutlying = "K028",
    /// A value beyond what is declared. `key`, `label`, `given`, `measure`, `reason`: small or large, `bound`
    OutOfBounds = "K029",
    /// Some of what is given together or not at all. `plugin`, `check`, `given`, `missing`: by label
    NotTogether = "K030",
    /// None of what is given at least one of. `plugin`, `check`, `missing`: by label
    NoneOfThem = "K031",
    /// A rule over what a unit did not give. `plugin`, `check`, `missing`: by label
    RuleOverMissing = "K032",
    /// A row of a ledger that says what another does in unique columns. `label`, `row`, `first`, `columns`: by label
    RowRepeated = "K033",
    /// A cell that refers to what another ledger does not have. `field`, `label`, `row`, `column`, `said`, `ledger`
    RefersToNothing = "K034",
    /// A row without a day in a ledger whose rows have one. `field`, `label`, `row`, `column`
    RowUndated = "K035",
    /// Records that a plugin says a count came from and that do not count. `key`, `label`, `said`, `reason`: field, row or period
    OriginUntrue = "K036",
    /// A list in a text that has not as many items as were announced. `field`, `label`, `announced`, `given`
    SeriesDiffers = "K037",
    /// A list in a text that passes an item over. `field`, `label`, `number`: what is expected, `said`: what stands there
    SeriesSkips = "K038",
    /// A plan in a text for a time that is over. `field`, `label`, `said`, `period`
    PlanOverdue = "K039",
    /// A text with a name that another text of the unit says is no longer borne. `field`, `label`, `said`
    OldName = "K040",
    /// A row of a ledger dated before the row of another that it refers to. `field`, `label`, `row`, `date`, `ledger`, `other`: its
    /// row, `since`: its date
    RowTooEarly = "K041",
    /// A row of a ledger that ends before it begins. `field`, `label`, `row`, `column`, `date`, `begin`: the other column,
    /// `since`: its date
    RowEndsEarly = "K042",
    /// A count that is missing though it was filed before. `key`, `label`, `before`, `measure`, `earlier`
    CountGone = "K043",
    /// Something of what takes place, of which there was none. `plugin`, `check`, `label`, `others`, `found`, `measure`
    NoneOfEvent = "K044",
    /// A number below 0 of what cannot be less than none. `field`, `label`, `given`, `measure`
    BelowZero = "K045",
    /// Numbers of a sentence that do not go together. `field`, `label`, `said`, `reason`: sum, share, average, direction, beyond, range,
    /// product, difference, more, over, below, again, clock, short, compared, most, weekday, rows or left, `found`: what follows from the others, where something does
    SentenceContradicts = "K046",
    /// A text that breaks off. `field`, `label`, `said`: its end
    TextUnfinished = "K047",
    /// A sentence that a text has twice. `field`, `label`, `said`
    SentenceTwice = "K048",
    /// A person's identity number in a text. `field`, `label`
    PersonalNumber = "K049",
    /// Words that are longer than a line, which break in it. `words`
    BrokenWords = "K050",
    /// A word with a wrong character. `field`, `label`, `said`, `right`
    WordMisspelt = "K051",
    /// A row of a ledger with more of a part than of its whole. `field`, `label`, `row`, `column`, `given`, `whole`: the other column,
    /// `found`: what that says
    RowPartExceeds = "K052",
    /// A row of a ledger with a day for what it says is not done. `field`, `label`, `row`, `column`, `date`, `flag`: the column that
    /// says no
    RowUndone = "K053",
    /// A count that is more than another one that its name makes it some of. `key`, `label`, `now`, `measure`, `whole`: the other's
    /// label, `found`: what that is
    CountExceeds = "K054",
    /// A row of a ledger with a number of another size than all others. `field`, `label`, `row`, `column`, `given`, `least`, `most`,
    /// `per`: the column that it goes with in the others, empty where it is told by itself
    RowOutlying = "K055",
    /// A count of the year so far that is not what it was before and this period's together. `key`, `label`, `now`, `measure`, `part`:
    /// this period's label, `found`: what they make, `reason`: first, sum, most or least
    ToDateDiffers = "K056",
    /// An imprint that is alone on its page. `reason`: odd, room, long, notes
    ImprintAlone = "K057",
    /// Recipients that leave no room for the text on the first page. `reason`: moved, none
    RecipientsMoved = "K058",
    /// A page without words of the text. `reason`: head or first, of the first page; table, paragraph or below, at the text's end
    WithoutText = "K059",

    /// A list of what is let through without a column of findings. `column`: its head
    NoFindings = "A001",
    /// A row of such a list that does not say all it must. `finding`, `missing`: finding, reason, by or on
    AcceptanceIncomplete = "A002",
    /// A finding that two rows of such a list let through otherwise. `finding`
    AcceptedTwice = "A003",
    /// What is not found, or not any more. `finding`
    NotFound = "A004",
    /// What is a fault and no finding. `finding`
    NotAcceptable = "A005",
    /// What could be several findings. `kind`: units, numbers; `given`, `known`
    WhichFinding = "A006",
    /// What was let through and whose data have changed. `unit`, `finding`, `by`, `on`, `said`
    AcceptedBefore = "A007",

    /// A template does not parse. `reason` (unclosed, stray, mismatch, braces, nested, head, character, literal,
    /// syntax), `name`, `close`
    TemplateSyntax = "T001",
    /// A name that nothing declares. `name`
    UnknownName = "T002",
    /// A helper that does not exist. `name`
    UnknownHelper = "T003",
    /// A number printed with plain braces. `name`
    PlainNumber = "T004",
    /// A count as a condition: 0 would be false. `name`
    CountAsCondition = "T005",
    /// Braces that bypass escaping. No arguments
    Unescaped = "T006",
    /// Partials that include each other. `cycle`
    PartialCycle = "T007",
    /// A partial that does not exist. `name`
    UnknownPartial = "T008",
    /// A value that may be missing, used without asking. `name`; `kind`: value, or the loop or group that it is of (each, with);
    /// `file`: text, word; `asks` for the tag that asks for it, `close` for the one that ends that
    MayBeMissing = "T009",
    /// A value that cannot be printed as it is. `name`, `found` (date, list, rows, group, boolean)
    NotPrintable = "T010",
    /// A helper used wrongly. `name`, `reason` (argument, quotes, name, block, inline, arguments, list, texts, date,
    /// form, group, whole, ordinal, contents, period, cumulative, alt, key, text, width, alone)
    HelperUse = "T011",
    /// A slot placed wrongly. `slot`, `reason` (undeclared, section, unplaced, twice, loop, beside, contents)
    SlotUse = "T012",
    /// The template failed while it ran. `reason`
    RenderFailed = "T013",
    /// Markdown that a report cannot carry. `construct`
    UnsupportedMarkdown = "T014",
    /// The report has no title, or two. `found`
    TitleCount = "T015",
    /// A line indented so far that Markdown makes code of it. No arguments
    IndentedLine = "T016",
    /// A required slot that nobody filled. `slot`
    EmptySlot = "T017",
    /// A count that the unit does not have. `name`
    CountMissing = "T018",
    /// A section for an item slot that is no list. `slot`
    ItemsExpected = "T019",
    /// A heading too deep for the house style. `level`
    HeadingTooDeep = "T020",
    /// A construct of Handlebars that is not offered. `construct` (arguments, dynamic, partial-block, decorator,
    /// subexpression, block-parameter, raw-block, expansions)
    UnsupportedHandlebars = "T021",
    /// A line that Markdown would make a numbered list of. `start`
    AccidentalList = "T022",
    /// A value that a template is promised and the unit's data lacks. `name`
    ValueMissing = "T023",
    /// A file of the workspace's own wording that no section is looked up as.
    StrayWording = "T024",
    /// Footnotes that do not go together. `name`, `reason` (undefined, twice, tag, unused)
    FootnoteUse = "T025",
    /// What keeps a Word file from being a template. `reason`: of the file (convert, ole, locked, large, path, document, body,
    /// lacking, dangling, note, encoding, elements, xml, doctype, macro, external, chunk, field, place, twice, zip), or crossed,
    /// helper, single, tilde, setting; `detail`
    WordTemplate = "T026",
    /// What of a Word template other formats lack. `kind` (header, note, box, picture, symbol, formula, object,
    /// number), `formats`
    WordTemplateBeside = "T027",
    /// In a roll-up, what units gave and is not merged, taken by a template for what nobody gave. `name`, `label`
    WithheldName = "T028",
    /// What people left in a Word template stands in every document. `kind`: comments, changes, words
    WordTemplateLeft = "T029",
    /// Loops that go round too often, a text that grows too long, or a row. `reason` (rounds, text, cells), `most`
    EndlessText = "T030",

    /// `{{table}}` names none. `name`, `known`
    UnknownTable = "T040",
    /// Cells that do not fill a table's columns. `reason`: columns, hole, beyond (`found`, `wanted`), span (`rows`)
    TableGrid = "T041",
    /// A name in a table that nothing declares. `kind`: count, ledger, column, place; `name`, `known`
    TableName = "T042",
    /// What in a table does not go together, or is wanting. `reason`: nothing, several, head, column, date, digits,
    /// measure, sign, period, unit-period, cumulative, rate, no-numbers, both, no-rows, no-row, row-alone, where
    TableCell = "T043",
    /// A row of totals that cannot be made. `reason`: rate, derive, nothing, wide (`column`), room, none
    TableTotal = "T044",
    /// Two tables of one id. `id`, `first`
    TableTwice = "T045",
    /// A table that no template places. `id`
    TableUnused = "T046",

    /// A place in a setting of the official document that a unit has nothing for. `key`, `place`
    SettingPlace = "E001",
    /// 发文字号 without all its parts. `part`: code, sequence; `unit`
    NumberIncomplete = "E002",
    /// An attachment's template that neither workspace nor report names. `path`
    AttachmentTemplate = "E003",
    /// One 发文字号 for several units. `number`, `count`, `units`
    NumberTwice = "E004",
    /// A number in the list of 发文字号 that is for no unit. `id`
    NumberOfNoUnit = "E005",
    /// An attachment's template that is not there. `path`, `known`
    NoAttachmentTemplate = "E006",
    /// A setting that is printed with another one only, which is not set. `key`, `needed`
    SettingAlone = "E007",

    /// A picture that is not where it was looked for. `name`, `path`
    PictureMissing = "I001",
    /// A picture outside the folder it must lie in. `name`, `path`
    PictureOutside = "I002",
    /// A picture too large for a report. `name`, `found`, `limit`
    PictureTooLarge = "I003",
    /// A file that is no picture, or not a whole one. `name`, `reason` (format, size, cut, syntax), `detail`
    PictureBroken = "I004",
    /// A drawing that brings a program along, refers to something outside itself, has what none has, or draws without end.
    /// `name`, `what`: script, reference, element, number or repeats, `found`
    DrawingRefused = "I005",
    /// This build draws no SVG, which Word needs. `name`
    NoPixels = "I006",

    /// A chart that is not there. `id`, `path`
    ChartMissing = "C001",
    /// A count in a chart that nothing declares. `name`
    ChartCount = "C002",
    /// A chart whose parts do not go together. `reason` (empty, line, compare, many, periods, mixed)
    ChartUse = "C003",

    /// A key that a house style does not have. `key`
    StyleKey = "S002",
    /// A value of a house style that does not fit. `key`, `given`, `kind`, `known`
    StyleValue = "S003",
    /// A key that a house style lacks, or many. `key`, `number`: one, many (`count`)
    StyleLacks = "S004",
    /// Margins that leave no room. `room`, `direction`: across, down
    StyleRoom = "S005",
    /// A name that two styles of a house style have. `key`, `by`
    StyleName = "S006",
    /// A style that cannot be inherited from. `name`, `reason`: path, none, cycle, outside, deep (`most`)
    StyleInherits = "S007",
    /// No house style of that name. `name`, `known`
    NoStyle = "S008",
    /// Lengths that do not give the lines and characters that are promised. `what`: lines, characters, `found`, `wanted`,
    /// `span`, `each`
    StyleGrid = "S009",
    /// Lines that are lower than their characters. `key`, `size`, `line`
    StyleTight = "S010",
    /// A page number that reaches into the text. `bottom`, `needed`
    StyleFooter = "S011",
    /// A face of the style that this computer lacks. `face`, `stand_in`: empty for none
    StyleFace = "S012",
    /// A Word file that cannot serve as a reference. `path`, `reason`: zip, twice, ole, locked, large, path, document, body, lacking,
    /// encoding, convert, elements, xml, strict, macro, external, part, room, `detail`
    ReferenceUnusable = "S013",
    /// A style whose words a reference's header shows and that no document has. `style`
    ReferenceStyle = "S014",
    /// What stands in braces in a reference's header or footer, and is printed so. `words`
    ReferenceBraces = "S015",

    /// Two units whose files would have one name. `first`, `second`, `path`, `name`, `reason`: double (of the units), name
    NameCollision = "O001",
    /// A pattern for names that cannot be used. `pattern`, `reason`: outside, no-unit or placeholder, `known`
    BadPattern = "O002",
    /// A format that does not exist. `given`, `known`, `of`: table, for the list of problems
    UnknownFormat = "O003",
    /// A file could not be written. `path`, `reason`
    WriteFailed = "O004",
    /// This build writes no PDF. No arguments
    NoPdf = "O005",
    /// A PDF could not be made. `reason`
    PdfFailed = "O006",
    /// A face of the style is not on this machine, and another stands in for it. `face`, `stand_in`
    FaceMissing = "O007",
    /// A face of the style is not on this machine, and nothing could stand in for it. `face`
    NoFace = "O008",
    /// LibreOffice made no PDF. `reason`
    LibreOfficeFailed = "O009",
    /// A folder with faces that is of no use. `path`, `reason`: missing, empty, libreoffice, unused
    FontsUnused = "O010",
    /// A report that is written in no format. `known`
    NoFormat = "O011",
    /// A table that no page has room for. `table`: its caption, or what its head says, `columns`
    TableTooWide = "O012",
    /// A folder that a workspace would have written to, and that lies outside it. `path`
    OutputOutside = "O013",
    /// Files that a run had placed and that were gone at its end. `count`, `path`
    FilesGone = "O014",

    /// The run was interrupted before this unit's turn. No arguments
    Interrupted = "R001",
    /// The program broke its own rule on this unit. `reason`
    Internal = "R002",
    /// No diagnostic of that code. `given`
    UnknownCode = "R003",
    /// A file that is no record of a run. `path`
    BadRecord = "R004",
    /// The record of an earlier run was written by another version of the program, or is damaged: all is made anew. `path`,
    /// `when`: earlier, later, damaged
    OtherRecord = "R005",
    /// A command that wrote to a folder was cut off: what it left half done is made anew. `path`, `who`
    CutOff = "R006",
    /// A record that is compared was edited, or is of another version. `kind`: edited, earlier, later; `path`; `count` and `units`
    /// that were edited.
    RecordDoubted = "R007",

    /// A unit's parent is no unit. `id`, `parent`
    UnknownParent = "G001",
    /// A unit stands above itself. `id`
    ParentCycle = "G002",
    /// An id stands twice in the tree. `id`, `first`
    TreeIdTwice = "G003",
    /// A unit belongs to two others. `id`, `first`, `second`
    TwoParents = "G004",
    /// No unit stands below another.
    NoParents = "G005",
    /// A unit without any below it cannot be rolled up. `id`, `known`
    NotAParent = "G006",
    /// Units failed a check, and nothing is to be added up then. `count`, `units`, `left`, `files` of an earlier run
    RollupStopped = "G007",
    /// None of the units below one gave figures: there is no report of it. `unit`, `count`
    NothingToAddUp = "G008",

    /// A line of a filed period that cannot be read. `kind`: cut, syntax, empty, twice (`id`: the unit that has two), other; `reason`
    BadHistory = "H001",
    /// A period whose units are not all there and clean is not closed. `period`, `count`, `units`, `absent`, `missing`
    NotClosed = "H002",
    /// Other figures are filed of that period. `period`, `count`, `changes`
    FiledOtherwise = "H003",
    /// A table of earlier periods that cannot be imported. `reason` (row, column, ambiguous, unit, no-unit, period,
    /// no-period, number, twice), `found`
    BadImport = "H004",
    /// A count that was filed in another measure, or with other digits, and is not compared. `label`, `period`, `before`, `after`
    OtherMeasure = "H005",
    /// A line of a filed period was edited since. `line`
    HistoryEdited = "H006",
    /// The lines of a filed period are not those that were filed: some were taken away, added or exchanged. `filed`, `found`
    HistoryNotWhole = "H007",
    /// The report's own period was filed with a count in another measure, in which its data are. `kind`: converted, or unknown (a
    /// fault), `label`, `period`, `before`, `after`
    OwnMeasure = "H008",
    /// Names that one unit had, read as a chain of renamings. `unit`, `last`, `first`
    ReadAsChain = "H009",

    /// Nothing to begin from. `reason`: none (no report among the files), kind (`path`), word (no Word file), empty, unit,
    /// period, large, twice, tags, character (`path`)
    NothingToAdopt = "B001",
    /// A report that has next to nothing in common with the others. `path`
    UnlikeReport = "B002",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = String;

    /// Reads `U003`, in either case.
    fn from_str(text: &str) -> Result<Self, String> {
        let wanted = text.to_ascii_uppercase();
        Self::ALL.iter().copied().find(|code| code.as_str() == wanted).ok_or_else(|| text.to_owned())
    }
}

impl TryFrom<String> for Code {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|text| format!("no diagnostic has the code `{text}`"))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
