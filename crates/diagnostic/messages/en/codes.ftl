# Diagnostics by code. Variables are those that code.rs lists.

W001 = cannot read { $path }: { $reason }
    .help = { $kind ->
        [size] Such a text may have 4 MB: divide it, or leave out what is not needed.
        [encoding] Save it as UTF-8: in Notepad, Save as, Encoding: UTF-8.
       *[other] Check the path and that it may be read.
    }
    .explain = A fault of the workspace; the run does not start. Check the path and that it may be read.

W002 = { $kind ->
        [twice] this key stands twice
        [unquoted] a text needs quotation marks around it
        [value] a value is missing here, or is none
        [unclosed] a bracket or a quotation mark is not closed
        [assignment] between a key and its value stands one =; a key of several words needs quotation marks
        [comma] a comma is missing or too many
        [key] this can be no key without quotation marks
        [number] this number is not written as TOML writes numbers
        [content] something stands here that belongs to nothing
        [deep] lists or tables stand too deep in each other
        [date] this is no date
        [boolean] yes or no is written true or false, in small letters
        [escape] a backslash in double quotes begins a special character, and this is none
        [character] a control character that no one sees stands here
       *[other] this is not as TOML is written
    }
    .help = { $kind ->
        [date] Write a date as 2023-04-05, a day that there is.
        [number] A number has digits before and after its point: 0.5, 5, 1000. With a measure or separators it needs quotes.
        [boolean] Write true or false; a text needs quotes.
        [escape] Write a path with /, or put the text in single quotes: 'C:\data'.
        [character] Delete what stands here and type it again.
       *[other] Check quotes, brackets and equals signs. A key with Chinese characters needs quotes.
    }
    .explain = A fault of the workspace; the run does not start. Check quotes, brackets and equals signs. A key with Chinese characters needs quotes.

W003 = unknown key { $key }
    .help = Remove the key, or correct its name.
    .explain = A fault of the workspace; the run does not start. Remove the key, or correct its name.

W004 = { $what ->
        [missing] { $key } is missing
        [type] this should be { type-expected }, not { toml-given }
        [choice] there is no choice { $given }
        [place] texts have no place { $given }
        [name] { $given } is no { $kind ->
            [plugin-id] plugin id
            [unit-id] unit id
            [count-key] full name of a count
           *[name] name
        }
        [empty] the text is empty
        [none] the list is empty; it has one item at least
        [year] a year is 1949 to 9999, in four digits
        [height] a chart is 20mm to 500mm high
        [character] the text has a character that no document may hold
        [brace] a brace lacks its other one
        [levels] a table of contents has levels of headings from 1 to 4
        [serial] the serial of a copy is 1 to 999999
        [digits] at most 6 digits follow a point
        [date] this is no date
        [length] this is no length
        [span] from is after until, so that it never holds
       *[other] bad value: { $detail }
    }
    .help = { $what ->
        [missing] Add it.
        [choice] There are: { $known }.
        [place] There are: { $known }.
        [name] { $kind ->
            [plugin-id] A plugin id has lower-case letters, digits and hyphens, a letter first.
            [unit-id] A unit id has letters, digits, hyphens, underscores and points, a letter or digit first.
            [count-key] Write it as plugin/name: theory-study/sessions.
           *[name] A name has lower-case letters, digits and underscores, a letter first.
        }
        [date] Write 2023-07-05.
        [length] Write a number and a unit (pt, mm, cm or in): "28.95pt".
       *[other] Correct it as the message says.
    }
    .explain = A fault of the workspace; the run does not start. Correct it as the message says.

W005 = no workspace.toml in { $path } or above
    .help = Go to the workspace's folder, or name it with --workspace.
    .explain = A fault of the workspace; the run does not start. Go to the workspace's folder, or name it with --workspace.

W006 = `{ $given }` is no period
    .help = Write 2023, 2023H1, 2023Q2, 2023Q1-Q3, 2023-06, 2023W10 (a week) or 2023T1 (a school term).
    .explain = A fault of the workspace; the run does not start. Write 2023, 2023H1, 2023Q2, 2023Q1-Q3, 2023-06, 2023W10 (a week) or 2023T1 (a school term).

W007 = no report { $id }; there are: { $known }
    .help = Check --report and [reports] in workspace.toml.
    .explain = A fault of the workspace; the run does not start. Check --report and [reports] in workspace.toml.

W008 = the workspace has several reports: { $known }
    .help = Choose one with --report.
    .explain = A fault of the workspace; the run does not start. Choose one with --report.

W009 = the documents have no date
    .help = Write date = 2023-07-05 in workspace.toml, or give --date.
    .explain = A fault of the workspace; the run does not start. Write date = 2023-07-05 in workspace.toml, or give --date.

W010 = no unit data in { $path }
    .help = Check the period and data under [units].
    .explain = A fault of the workspace; the run does not start. Check the period and data under [units].

W011 = no unit { $id }
    .help = { $kind ->
        [parent] It stands above others, and its report is a sum of theirs: huibian rollup { $id }.
       *[other] Check the unit's id or name.
    }
    .explain = A fault of the workspace; the run does not start. Check the unit's id or name.

W012 = { $path } is there and not empty
    .help = Choose another folder.
    .explain = A fault of the workspace; the run does not start. Choose another folder.

W013 = no installation around { $path }
    .help = plugins and templates belong beside the program.
    .explain = A fault of the workspace; the run does not start. plugins and templates belong beside the program.

W014 = { $name } in workspace.toml cannot be used: { $reason ->
        [expr] it takes an expr, and no other source
       *[name] there is no count { $reason }
    }
    .help = A plugin's count is counts['plugin/name'] in an expr or a rule, and {"{"}plugin/name{"}"} in a message.
    .explain = A fault in the workspace's configuration; the run does not begin. [counts] in workspace.toml holds totals across plugins and [checks] rules across plugins, written as in plugin.toml; a plugin's count is counts['plugin/name'], a total goes by its name.

W015 = { $path } lies neither in the workspace nor in the installation
    .help = Copy the file into the workspace, and name it without .. or links that lead elsewhere.
    .explain = A workspace may have come from someone else, and must not read what lies elsewhere on this computer. Templates, attachments, wording, tables, charts and styles lie in the workspace or the installation, a plugin's in the plugin's folder; links that lead out are not followed. The reference under [output] is the office's own Word file, and may lie anywhere.

W016 = documents of { $period } bear the date of workspace.toml, { $date }
    .help = Where it is another one, name it with --date.
    .explain = date in workspace.toml is that of the period there. Where --period asks for another one its documents keep the date of their last run; where there was none they bear the workspace's. Where it is another one, name it with --date.

W017 = { $path } was written to while it was being read
    .help = Run once more when it is finished; other units are not affected.
    .explain = A report is recorded with what was read of its data first; two states of a file never make one report. Run again once the file is written.

W018 = of what is wrong here the first { $told } are told; { $more ->
        [some] there may be more
       *[other] { $more } more are not
    }
    .help = Correct these, then check again.
    .explain = A file that is wrong throughout, such as one made by another program, is told of by its first 100 faults alone, and of one unit's data the first 1,000 faults and the first 10,000 remarks are told. Correct these; the next check tells of what is left.

W019 = { $units } under [units.was] are each said to have been the other
    .help = Leave out the line that is not so. A unit that got its old name back may keep both.
    .explain = [units.was] says what units were called before. Where names go in a circle each is followed once: by whatever name a unit filed a period, that period is its own. Where one of the lines says it the wrong way about, leave it out.

P001 = no plugin { $id }; searched { $searched }
    .help = Check plugins in workspace.toml, or add the plugin's folder.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Check plugins in workspace.toml, or add the plugin's folder.

P002 = plugin.toml contradicts itself: { $reason ->
        [carriers] a plugin has a library or a module, not both
        [columns] { $name }: a ledger, and only a ledger, has columns
        [merge] { $name }: only texts can be merged
        [digits] { $name } has { $found } digits after the point, at most { $limit } can be
        [endless] { $name }: a ratio must say its digits after the point (scale), since a quotient may never end
        [part] { $name }: there is no count { $found }
       *[ratio] { $name }: a ratio, and only a ratio, has its parts
    }
    .help = The plugin's author must mend it.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. The plugin's author must mend it.

P003 = the id { $id } and the folder { $folder } differ
    .help = Make them the same.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Make them the same.

P004 = no library of { $id } for this system; searched { $searched }
    .help = Build the plugin, or get it for this system.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build the plugin, or get it for this system.

P005 = the library of { $id } cannot be used ({ $path }): { $reason ->
        [symbol] it uses { $detail }, which is not there
        [needs] it needs { $detail }, which is not there
        [loader] the system did not load it
        [copy] no copy of it could be made: { $detail }
       *[file] the file is damaged, or no library of this system
    }
    .help = { $reason ->
        [needs] Install that, or build the plugin again on this machine.
       *[other] Build the plugin again on this machine, or install it again.
    }
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build or install the plugin again.

P006 = { $id } speaks another ABI ({ $path }): { $found }, not { $expected }
    .help = Build the plugin with the SDK that goes with this program.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build the plugin with the SDK that goes with this program.

P007 = { $id } speaks contract { $found }, this program { $expected }
    .help = Update the program or the plugin.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Update the program or the plugin.

P008 = the manifest inside { $path } of { $id } differs in { $what }: { $library } inside, { $folder } beside
    .help = Build the plugin again.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build the plugin again.

P009 = { $id } fills the slot { $slot }, which the report lacks; it has: { $known }
    .help = Declare the slot in the report's front matter, or remove it from the plugin's slots.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Declare the slot in the report's front matter, or remove it from the plugin's slots.

P010 = { $id } has no template for { $slot }: { $path }
    .help = Add the file.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Add the file.

P011 = the check { $check } of { $id } is wrong: { $reason }
    .help = A rule is a CEL expression over the plugin's own counts, such as handled <= found.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. A rule is a CEL expression over the plugin's own counts, such as handled <= found.

P012 = the plugin { $id } stands twice
    .help = Remove one.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Remove one.

P013 = the plugin { $id } uses { $key }, and there is no such count
    .help = Write plugin/count; the workspace must list that plugin, and its plugin.toml declare the count.
    .explain = Under uses stand the counts of other plugins that a section names, as plugin/count. The workspace must list that plugin, and its plugin.toml declare the count.

P014 = the library of { $id } ({ $path }) has no permission to run
    .help = If you know where it comes from, run: huibian plugin trust { $id }{ $options }
    .explain = A library can do whatever the user can. Those that came with the installation or were built in this checkout run at once; any other needs the user's own permission, once, by its content: a changed file asks again. No file of a workspace can give it.

P015 = { $what ->
        [version] { $id } is version { $found }, and plugins.lock says { $locked }
        [code] the code of { $id } is not the one in plugins.lock
       *[files] plugin.toml or the sections of { $id } are not those in plugins.lock
    }
    .help = If the update is meant, run: huibian plugin lock; otherwise restore the plugin.
    .explain = plugins.lock records the plugins that a workspace was used with, so that none is exchanged unnoticed. After an update that is meant, huibian plugin lock records it anew.

P016 = plugins.lock does not name { $id }, or not for this system
    .help = Run: huibian plugin lock
    .explain = The workspace has a plugins.lock, or --locked asks for one, and this plugin is not in it. huibian plugin lock adds it.

P017 = two folders hold a plugin { $id }, and not the same one: { $first } and { $second }
    .help = Give one of them another id, or remove one; to change its words alone, write wording/{ $id }/.
    .explain = The workspace's plugins and the installation's have one of the same id in different versions, and nothing says which is meant.

P018 = the code of plugin { $id } did not run: what it counts, says and checks is not known
    .help = Build it, or permit its library with huibian plugin trust { $id }; huibian check --data-only looks at the data alone.
    .explain = huibian check runs plugins, as huibian batch does. Code that is not built or not permitted cannot run; the data are checked all the same, but not what follows from them.

P019 = plugin { $id } asks for { $key } = { $asked }; the program gives { $most } at most
    .help = Write { $most } or less. Should you know the plugin, and it needs more, write { $key } = { $asked } under [limits] in your own { $path }.
    .explain = What a plugin's code may use up (bytes of an answer, MiB of memory, seconds of a call, steps of a module) has a ceiling in the program. A plugin may ask for less. More is for the user to say, in their own configuration; no file of a workspace can.

P030 = { $kind ->
        [ledger] { $key }: no ledger { $name }
        [column] { $key }: the ledger has no column { $name }
        [count] { $key }: there is no count { $name }
       *[field] { $key }: no field { $name }
    }
    .help = Name what plugin.toml declares under [fields].
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Name what plugin.toml declares under [fields].

P031 = { $reason ->
        [none] { $key } has no source
        [where-alone] { $key } has where, but no ledger
        [sum-alone] { $key } has sum, but no ledger
        [column-alone] { $key } has column, but no ledger
        [no-column] { $key } has a ledger, but no column
        [ratio] { $key } is a ratio, computed from its two parts; it has no other source
        [parts] the parts of { $key } are other counts, no ratios, and not itself
        [over_units] the over_units of { $key } cannot be last, which is for periods
        [over_time] the over_time of { $key } cannot be average, and a mean over units does not add up over periods: write last or none
        [weight] { $key } needs a weight where, and only where, over_units is average: a count of this plugin whose over_units is sum
       *[several] { $key } has sources that do not go together
    }
    .help = A count comes from ledger and number, or is computed by expr or ratio: ledger = "inspections". A fact comes from field, or from ledger and column. In a plugin without code each needs a source.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. A count comes from ledger and number, or is computed by expr or ratio: ledger = "inspections". A fact comes from field, or from ledger and column. In a plugin without code each needs a source.

P032 = { $key }: { $name } is { $found ->
        [integer] a whole number
        [decimal] a decimal number
        [text] text
        [texts] a list of texts
        [boolean] yes or no
        [date] a date
        [ledger] a ledger
       *[other] { $found }
    }, not { type-expected }
    .help = Name another field or column, or correct the type.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Name another field or column, or correct the type.

P033 = these counts are computed from each other: { $cycle }
    .help = Let one of them come from a ledger or a number that is filled in.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Let one of them come from a ledger or a number that is filled in.

P034 = { $at ->
        [none] the expression ends too early
       *[other] the expression cannot be read from { $at } on
    }
    .help = Check brackets, quotes and operators; write hazards - rectified, or kind == "major".
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Check brackets, quotes and operators; write hazards - rectified, or kind == "major".

P035 = nothing declares { $name }; there are: { $known }
    .help = Names are lower-case letters, digits and _; a minus sign subtracts. A field with the name of a count is fields.name. Another plugin's count is listed in uses, then written counts['plugin/name'] in a check.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Names are lower-case letters, digits and _; a minus sign subtracts. A field with the name of a count is fields.name. Another plugin's count is listed in uses, then written counts['plugin/name'] in a check.

P036 = `{ $operator }` does not go with { kind-left }{ kind-right }
    .help = Compute numbers with numbers, compare texts with texts; texts have quotes; "and" is &&, "or" is ||.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Compute numbers with numbers, compare texts with texts; texts have quotes; "and" is &&, "or" is ||.

P037 = the expression of a count may not divide
    .help = For a quotient use kind = "ratio" with ratio, which is computed anew at every level; a decimal may be divided by a written number: amount / 10000.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. For a quotient use kind = "ratio" with ratio, which is computed anew at every level; a decimal may be divided by a written number: amount / 10000.

P038 = expressions have no function { $name }; there are: { $known }
    .help = Use one of these.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Use one of these.

P039 = the expression yields { kind-found }, not { $expected ->
        [boolean] yes or no
       *[number] a number
    }
    .help = A check and a where answer yes or no: rectified <= hazards; an expr yields a number.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. A check and a where answer yes or no: rectified <= hazards; an expr yields a number.

P040 = the expression is too long, or nests too deep
    .help = Split it into several counts; a long sum is sum([a, b, c]).
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Split it into several counts; a long sum is sum([a, b, c]).

P050 = the module of { $id } is not there: { $path }
    .help = Put the file that plugin.toml names under module into the plugin's folder, or install the plugin again.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Put the file that plugin.toml names under module into the plugin's folder, or install the plugin again.

P051 = the module of { $id } cannot be used ({ $path }): { $reason ->
        [large] the file is larger than { $detail } MiB
        [empty] it has no functions
       *[file] the file is damaged, is no WebAssembly module, or is written in a way that this program does not know
    }
    .help = Build or install the plugin again.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build or install the plugin again.

P052 = the module of { $id } ({ $path }) asks for what this program does not give: { $imports }
    .help = The plugin's author must build it for wasm32-unknown-unknown; a plugin in the sandbox has no files, network or clock.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. The plugin's author must build it for wasm32-unknown-unknown; a plugin in the sandbox has no files, network or clock.

P053 = the module of { $id } ({ $path }) exports no { $export }
    .help = The plugin's author must build it again with the SDK.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. The plugin's author must build it again with the SDK.

P054 = the module of { $id } ({ $path }) asks for { $needed } MiB from the start, and may have { $limit }
    .help = Tell the plugin's author, or raise limits.memory_mib in plugin.toml.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author, or raise limits.memory_mib in plugin.toml.

P055 = this program was built without a sandbox and cannot run { $id }
    .help = Use the full program, or ask the plugin's author for another form of it.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Use the full program, or ask the plugin's author for another form of it.

P070 = the plugin { $id } has no example
    .help = Write an [[example]] with name, period and data into plugin.toml, then run huibian plugin test --bless.
    .explain = Without an example a plugin cannot be tested. Write an [[example]] with name, period and data into plugin.toml; huibian plugin test --bless adds what comes of it.

P071 = `{ $given }` cannot be a plugin's id
    .help = Use lower-case letters, digits and -, a letter first, such as home-visits.
    .explain = A plugin's id is also the name of its folder and of its table in data files: lower-case letters, digits and -, a letter first.

P072 = cargo did not build { $id }: { $reason }
    .help = Correct what cargo says above. A module needs the target wasm32-unknown-unknown; a library needs crate-type = ["cdylib"].
    .explain = huibian plugin build and plugin dev run cargo build --release in the plugin's folder and take the library or module it makes. A module needs the target wasm32-unknown-unknown; a library needs crate-type = ["cdylib"].

P073 = { $path } cannot be installed: { $reason ->
        [zip] it is no plugin file, or it is damaged
        [list] it has no list of its files
        [outside] { $name } would lie outside the plugin's folder
        [extra] { $name } is not in its list
        [missing] { $name } is missing
        [hash] { $name } is not what its list says
        [large] it holds too much
       *[differs] { $name } has another id or version than its list
    }
    .help = Get the file again from whoever made it, with huibian plugin pack. Nothing was installed.
    .explain = A plugin file is a zip with a list of its files and their hashes. Anything that does not agree with the list, or that would lie outside the plugin's folder, is refused before anything is put in place. Get the file again from whoever made it.

P074 = { $reason ->
        [version] the plugin { $id } is installed as version { $installed }, and this is { $offered }
        [sources] the plugin { $id } is there with its sources
       *[changed] the plugin { $id } { $installed } is installed, but not the same
    }
    .help = { $reason ->
        [sources] Move that folder away if you do not work on it; its sources would be lost.
       *[other] Add --replace to replace it.
    }
    .explain = Installing does not replace another version, or one that was changed, unless --replace is given. A folder with a Cargo.toml is somebody's work and is never replaced.

P075 = the workspace does not use the plugin { $id }
    .help = Add "{ $id }" to plugins in workspace.toml.
    .explain = Only plugins that workspace.toml lists under plugins read units' data and write into reports. Add the plugin's id there.

P076 = files cannot be watched: { $reason }
    .help = Use --once and run the command again after each change.
    .explain = huibian plugin dev asks the system to tell of changes, and the system refused. Use --once and run the command again after each change.

P101 = { $id }: { $message }
    .help = Complete the section's data as the message says.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Complete the section's data as the message says.

P102 = { $message ->
        [none] { $id } panicked, and did not say why
       *[other] { $id } panicked: { $message }
    }
    .help = Give the unit's data and this message to the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Give the unit's data and this message to the plugin's author.

P103 = { $id } returned the status { $status }, which is none
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P104 = the response of { $id } is larger than { $limit } bytes
    .help = Tell the plugin's author, or raise limits.response_bytes.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author, or raise limits.response_bytes.

P105 = the response of { $id } is not UTF-8
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P106 = the response of { $id } is malformed: { $reason }
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P107 = { $id } returned { $name }, which it does not declare
    .help = Declare it under [counts] in plugin.toml.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Declare it under [counts] in plugin.toml.

P108 = the count { $name } of { $id } should be { type-expected }, not { $found }
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P109 = { $id } returned no { $name }, which is required
    .help = Check the unit's data, or tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Check the unit's data, or tell the plugin's author.

P110 = { $id } returned the fact { $name }, which it does not declare
    .help = Declare it under [facts] in plugin.toml.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Declare it under [facts] in plugin.toml.

P111 = the fact { $name } of { $id } should be { type-expected }, not { $found }
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P112 = { $id } returned no fact { $name }, which is required
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P113 = { $id } returned { $name }, which the engine derives
    .help = Remove it from the plugin's code.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Remove it from the plugin's code.

P114 = { $name } of { $id } has the character { $character }, which no document may hold
    .help = Tell the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author.

P120 = { $id } crashed ({ $signal }); it last said: { $said }
    .help = Give the unit's data and this message to the plugin's author.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. SIGSEGV is a wrong memory access, SIGABRT an end of its own accord, such as a stack that overflowed, SIGKILL an end from outside, as a rule for lack of memory. Give the unit's data and the message to the plugin's author.

P121 = { $id } ended its process (exit code { $exit }) instead of answering; it last said: { $said }
    .help = Give the unit's data and this message to the plugin's author.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. A plugin must return an answer or an error, and never exit. Tell its author.

P122 = { $id } gave no answer within { $seconds } s
    .help = Give the unit's data to the plugin's author. If the plugin needs the time, raise limits.seconds in its plugin.toml.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. Give the unit's data to the plugin's author. If the plugin needs the time, raise limits.seconds in its plugin.toml.

P123 = { $id } disturbed the channel between it and this program
    .help = Tell the plugin's author.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. A plugin answers through the sink it is given, and must not write to or close files that it did not open. Tell its author.

P124 = { $id } ran out of memory; it may take { $limit } MiB. It last said: { $said }
    .help = Give the unit's data to the plugin's author. If the plugin needs the memory, raise limits.memory_mib in its plugin.toml.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. Give the unit's data to the plugin's author. If the plugin needs the memory, raise limits.memory_mib in its plugin.toml.

P125 = { $id } is set aside for the rest of this run: { $failures } calls in a row failed, the first with { $first }
    .help = Mend or replace the plugin, or remove it from plugins in workspace.toml; then run again. huibian explain tells of the first failure's code.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. A plugin that ruins its process again and again is not asked any more, so that the run ends in good time. Mend or replace it, or remove it from plugins in workspace.toml; then run again.

P126 = no process for { $id } could be started: { $reason }
    .help = Close other programs, or use fewer --jobs. --isolation none runs plugins inside this program.
    .explain = A plugin ruined the process it ran in; it costs this unit's section, the others are made. Close other programs, or use fewer --jobs. --isolation none runs plugins inside this program.

P127 = { $reason ->
        [hosted] this program was started to run the plugin { $id }, and does not do that
       *[unasked] no program is known that would run the plugin { $id } apart from this one
    }
    .help = The program must ask huibian::serve_plugins() first thing in main, or name a huibian program as the plugins' host.
    .explain = Plugins that are libraries run in processes of their own, so that a crash costs one unit's section. A program that embeds huibian hosts them in copies of itself, which it allows by asking huibian::serve_plugins() first thing in main; or it names a huibian program as their host; or it has them run inside itself with Isolation::None. This code is for those who write such programs; huibian itself is always ready.

P128 = { $key ->
        [run_fuel] { $id } took more steps than a run may, { $run } and { $call } for each unit; it is not asked again in this run
       *[run_seconds] { $id } took more time than a run may, { $run } s and { $call } s for each unit; it is not asked again in this run
    }
    .help = The reports made so far stand. Tell the plugin's author. Should you know the plugin, and it needs more, write a larger { $key } under [limits] in your own { $path }; then run again: what stands is not asked for anew.
    .explain = A plugin that takes nearly all it may at every unit would make a long run take hours. So all its calls of a run together have a limit as well: 300 s and 1 s for each unit asked for, for a module 25,000,000,000 steps and 100,000,000 for each unit. Units after that fail with this code, those before have their reports. More is for the user to say, in their own configuration.

P130 = the module of { $id } broke off: { $reason ->
        [unreachable] it gave up by itself
        [memory] it reached outside its memory
        [table] it called a function that is not there
        [signature] it called a function in the wrong way
        [division] it divided by 0
        [number] a number went out of range
        [stack] its calls went too deep
       *[other] { $detail }
    }
    .help = Give the unit's data and this message to the plugin's author.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Give the unit's data and this message to the plugin's author.

P131 = the module of { $id } took more than { $fuel } steps and was stopped
    .help = It may be in an endless loop: give the unit's data to the plugin's author. Where the data are many, raise limits.fuel in plugin.toml.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. It may be in an endless loop: give the unit's data to the plugin's author. Where the data are many, raise limits.fuel in plugin.toml.

P132 = the module of { $id } wanted more than { $limit } MiB of memory and was stopped
    .help = Give the unit's data to the plugin's author. Where the data are many, raise limits.memory_mib in plugin.toml.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Give the unit's data to the plugin's author. Where the data are many, raise limits.memory_mib in plugin.toml.

P133 = the module of { $id } pointed outside its memory when it called { $function }
    .help = Tell the plugin's author to build it again with the SDK.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Tell the plugin's author to build it again with the SDK.

U001 = { $reason ->
        [double] "{ $name }" was filled in twice; the other: { $first }
       *[id] two units have the id { $id }; the other: { $first }
    }
    .help = { $reason ->
        [double] Where one is a double, delete it. Where they are two units of one name, give each an id (the column of ids of a table, or id in TOML).
       *[id] Where they are one unit, delete it once. Where they are two, give one of them another id.
    }
    .explain = A unit's data stand twice, in two files or two rows, or two units have one id. Nothing is made of them until it is clear which counts; where units have a file each, the others are made. Where one is a double, delete it. Where they are two units, give one of them a name or an id of its own.

U002 = { $label } ({ $field }) should be { type-expected }, not { $found }
    .help = Numbers have no quotes, texts have, dates are 2023-04-05.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Numbers have no quotes, texts have, dates are 2023-04-05.

U003 = { $of ->
        [ledger] { $label } is missing in a row of a ledger ({ $field })
       *[field] { $label } is missing ({ $field } of { $plugin })
    }
    .help = { $of ->
        [ledger] Fill in the cell, or clear the whole row where it is no entry.
       *[field] Fill it in. What did not happen is 0.
    }
    .explain = A fault in a unit's data; it costs that unit, the others are made. Fill it in. What did not happen is 0.

U004 = no plugin asks for { $key }
    .help = Check its name, or remove it.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Check its name, or remove it.

U005 = { $label } ({ $field }) is below 0: { $found }
    .help = Check the number.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Check the number.

U006 = { $label } ({ $field }) has the character { $character }, which no document may hold
    .help = Remove it; it mostly comes in by pasting.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Remove it; it mostly comes in by pasting.

U007 = { $label } ({ $field }) is empty
    .help = Remove the line where there is nothing to say.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Remove the line where there is nothing to say.

U008 = { $label } ({ $field }) is no date: { $found }
    .help = Write 2023-04-05.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Write 2023-04-05.

U009 = the unit has no name
    .help = Fill in the unit's name; in a TOML file it is name under [unit].
    .explain = A fault in a unit's data; it costs that unit, the others are made. Fill in the unit's name; in a TOML file it is name under [unit].

U010 = `{ $given }` cannot be a unit's id
    .help = An id has letters, digits, -, _ and . only.
    .explain = A fault in a unit's data; it costs that unit, the others are made. An id has letters, digits, -, _ and . only.

U011 = there is nothing for { $title } ({ $plugin })
    .help = { $given ->
        [table] Fill in what the unit gives; if this is the name of a group and no unit, delete the row.
       *[file] Add the table [{ $plugin }].
    }
    .explain = A fault in a unit's data; it costs that unit, the others are made. Add the table that bears the plugin's id.

U012 = { $label } ({ $field }) has { $found } characters; { $most } is the most
    .help = Shorten it; a whole document may have been pasted in.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Names of units have 200 characters at most, texts 100,000. Shorten it; a whole document may have been pasted in.

U020 = no data for "{ $label }" ({ $name })
    .help = Fill in: { $sources }. What did not happen is 0.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Fill in one of what is listed. What did not happen is 0.

U021 = { $reason ->
        [negative] "{ $label }" ({ $expr }) comes to { $found }, which is below 0
        [fraction] "{ $label }" ({ $expr }) comes to { $found }, which is no whole number
        [endless] "{ $label }" ({ $expr }) comes to { $found }, which does not end
        [large] "{ $label }" ({ $expr }) comes to { $found }, which is too large
       *[failed] "{ $label }" ({ $expr }) cannot be computed: { $found }
    }
    .help = { $reason ->
        [endless] Write in plugin.toml how many digits the count has after the point: scale = 2.
       *[other] Check the data that the expression names.
    }
    .explain = A fault in a unit's data; it costs that unit, the others are made. Check the data that the expression names; a quotient that does not end needs a scale in plugin.toml.

D001 = { $reason ->
        [password] { $path } has a password and cannot be read
        [format] { $path } is no Excel workbook
        [empty] { $path } is an empty file
        [broken] { $path } is damaged or not whole, and cannot be read
        [cells] { $path } is too large: more than 2 million cells hold something
        [text] { $path } is too large: more than 64 MB of text
        [expanded] { $path } unpacks to far more than its size, as no sound workbook does
        [size] { $path } is too large: more than 256 MB
        [values] { $path } is too large: more than 4 million values
        [columns] { $path } is too large: a line of more than 16,384 values
       *[other] cannot read { $path }
    }
    .help = { $reason ->
        [password] Remove the password: open the file with it in Excel or WPS, take it off, and save.
        [format] Open it in Excel or WPS and save it as .xlsx; where it does not open, get the file it should be.
        [empty] Copy or download the file again; move it out of the folder if there are no data.
        [broken] Copy or download the file again; where Excel or WPS opens or repairs it, save it as .xlsx.
        [columns] A table has a line for each unit and a column for each item: turn it round, or save it with the separator that it has; Excel holds no more columns either.
       *[other] Open it in Excel or WPS, take off the rows and columns that are not needed, and save it as .xlsx.
    }
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Open it in Excel or WPS, take off the password and what rows and columns are not needed, and save it as .xlsx.

D002 = { $reason ->
        [missing] there is no sheet "{ $sheet }"; there are: { $known }
        [wide] commas or semicolons of full width part the values of { $sheet }
       *[header] { $sheet } has no header row
    }
    .help = { $reason ->
        [missing] Mend sheet under [units] in workspace.toml, or the sheet's name.
        [wide] Write commas of half width, or save it as CSV in a spreadsheet program.
       *[header] One column of the header must say "unit", or one of the words for it that docs/data.md lists, within the first 20 rows; for a form with a cell an item run huibian map FILE, and write [units.cells] as it proposes.
    }
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. One column of the header must say "unit", or one of the words for it that docs/data.md lists, within the first 20 rows; for a form with a cell an item run huibian map FILE, and write [units.cells] as it proposes.

D003 = no plugin asks for the column "{ $header }"
    .help = Give it a field's label, or say under [units.columns] in workspace.toml which field it is (huibian map FILE); a column that is not read is headed "remarks".
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Give it a field's label, or say under [units.columns] in workspace.toml which field it is (huibian map FILE); a column that is not read is headed "remarks".

D004 = { $reason ->
        [other] "{ $header }" is the same as "{ $other }" ({ $first })
       *[same] "{ $header }" has two columns; the other is { $first }
    }
    .help = Delete one of them. Where two tables stand side by side, move the second to a sheet of its own, or make them one.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Delete one of them.

D005 = "{ $header }" is the name of several fields
    .help = Write one of these: { $candidates }.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Write one of these: ….

D006 = a required column is missing: { $label } ({ $key })
    .help = Add the column, or make the form anew with huibian form.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Add the column, or make the form anew with huibian form.

D007 = rows with data and no unit: { $rows }
    .help = Name the unit; split merged cells and name it in each row.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Name the unit; split merged cells and name it in each row.

D008 = the main table has no unit "{ $unit }", of which the ledger has { $rows ->
        [one] a row
       *[other] { $rows } rows
    }
    .help = Write the unit as the main table does.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Write the unit as the main table does.

D009 = this cell lies under the merged range { $range }, and its value cannot be known
    .help = Split the merged cells and fill in each.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Split the merged cells and fill in each.

D010 = { $reason ->
        [measure] { $label } says "{ $found }"; its measure word is "{ $measure }"
        [inexact] { $label } says "{ $found }", which comes to no whole number
        [percent] { $label } is a percentage: "{ $found }"
        [separator] { $label } says "{ $found }", whose commas are misplaced
        [large] { $label } says "{ $found }", which is too large
        [unseen] { $label } has a number that the format of its cell does not show
       *[other] { $label } should be a number, not "{ $found }"
    }
    .help = { $reason ->
        [measure] Give the number in that measure, without words.
        [percent] Give the number itself, not a share of something, or ask for the field's measure to be %.
        [separator] Write 12345 or 12,345.
        [inexact] Give the exact number, with all its digits.
        [large] Check the number, and the measure it is in.
        [unseen] Choose a format that shows the number and check it; clear the cell if there should be none.
       *[other] Give one exact number: 0 for what did not happen, nothing for what is not known.
    }
    .explain = A fault in a unit's data; it costs that unit, the others are made. Give one exact number: 0 for what did not happen, nothing for what is not known.

D011 = the formula of { $label } came to { $found }
    .help = Mend the formula, or fill in the value itself.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Mend the formula, or fill in the value itself.

D012 = the formula of { $label } was never computed
    .help = Open the file in Excel or WPS and save it, or fill in the value itself.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Open the file in Excel or WPS and save it, or fill in the value itself.

D013 = { $label } should be { type-expected }, not "{ $found }"
    .help = Write yes or no. For a day or a number that should be text, format the cell as text first, then type it anew.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Write yes or no. For a day or a number that should be text, format the cell as text first, then type it anew: the format alone turns a day into a number such as 45021.

D014 = { $reason ->
        [year] { $label } says "{ $found }", without a year
        [short] { $label } says "{ $found }"; the year takes four digits
        [day] { $label } says "{ $found }", without a day
       *[other] { $label } says "{ $found }", which is no day
    }
    .help = Write 2023-04-05.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Write 2023-04-05.

D015 = { $path } is not { $encoding } text
    .help = Open it in an editor and save it as UTF-8. For tables, [units] takes encoding.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Open it in an editor and save it as UTF-8. For tables, [units] takes encoding.

D016 = { $found ->
        [0] this file holds no unit
       *[other] this file holds { $found } units
    }
    .help = { $found ->
        [0] Write the unit's name in the column of units; move the file out of the folder if it has no unit's data.
       *[other] One file, one unit; for a table of all units, [units] takes workbook or table.
    }
    .explain = A fault in a unit's data; it costs that unit, the others are made. One file, one unit; for a table of all units, [units] takes workbook or table.

D017 = the sheet "{ $sheet }" has units' data, but no ledger has that name
    .help = Give it a ledger's name, or delete it.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Give it a ledger's name, or delete it.

D018 = this column has values and no header
    .help = Give it a header, or delete it.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Give it a header, or delete it.

D019 = [units] { $key } cannot be "{ $given }"; it can be { $known }
    .help = Mend workspace.toml.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Mend workspace.toml.

D020 = [units] takes one of data, workbook and table
    .help = data is a folder with a file a unit, workbook a workbook, table a CSV file; source says what reads data, and goes with nothing else.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. data is a folder with a file a unit, workbook a workbook, table a CSV file; source says what reads data, and goes with nothing else.

D021 = { $sheet } has hidden rows or columns (rows: { $rows }; columns: { $columns }), which were read like the others
    .help = Make sure that they are meant.
    .explain = A remark on the data; the run goes on. Make sure that they are meant.

D022 = "{ $unit }" gave no data for { $period }
    .help = { $listed ->
        [parents] Ask for them, or take the unit out of units in [[parents]].
        [previous] Ask for them. It gave data for the period before; where it is no more, list those that are in known of [units].
       *[known] Ask for them, or take the unit out of known in [units].
    }
    .explain = A remark on the data; the run goes on. A unit is expected where known in [units] or units in [[parents]] names it, or else where it gave data for the period before. Ask for its data, or take it out of that list.

D023 = { $path } was passed over: it is no unit's data
    .help = Units' data are .toml, .xlsx, .xls, .xlsb, .et, .ods or .csv files.
    .explain = A remark on the data; the run goes on. Units' data are .toml, .xlsx, .xls, .xlsb, .et, .ods or .csv files.

D024 = { $kind ->
        [total] rows of totals were passed over: { $rows } ("{ $name }" and the like)
        [part] rows of parts, averages or comparisons were passed over: { $rows } ("{ $name }" and the like)
        [codes] a line of column codes was passed over: { $rows } ("{ $name }" and the like)
        [nothing] rows that say that there is none, or have a day and 0 alone, are no records: { $rows } ("{ $name }" and the like)
        [head] a header that stands again was passed over: { $rows } ("{ $name }" and the like)
       *[note] notes and signatures were passed over: { $rows } ("{ $name }" and the like)
    }
    .help = { $kind ->
        [nothing] If there was anything, write what it was. If there was not, all is well.
       *[other] These rows are no data. If a unit is truly called so, write it into known under [units] in workspace.toml.
    }
    .explain = A remark on a table, which keeps nothing from being made. Totals are computed; notes, signatures and codes of columns are no data. If a unit is truly called so, write it into known under [units] in workspace.toml.

D025 = { $reason ->
        [hidden] the hidden sheet "{ $sheet }" was passed over
        [period] the sheet "{ $sheet }" was passed over: it is of another period
       *[other] the sheet "{ $sheet }" was passed over
    }
    .help = A ledger's sheet must bear the ledger's name; the sheet to be read can be named by sheet under [units].
    .explain = A remark on a table, which keeps nothing from being made. A ledger's sheet must bear the ledger's name; the sheet to be read can be named by sheet under [units].

D040 = { $of ->
        [forms] the sheet "{ $name }" says { $stated } for { $label }, and the units' sheets add up to { $ours }
        [files] the file of "{ $name }" says { $stated } for { $label }, and the units' files add up to { $ours }
       *[rows] the row "{ $name }" says { $stated } for { $label }, and the rows add up to { $ours }
    }
    .help = Check it: a row may be missing or wrong, or the total was not worked out again.
    .explain = A remark on a table, which keeps nothing from being made. Reports use what the rows add up to. Check it: a row may be missing or wrong, or the total was not worked out again.

D041 = { $label } has rows that say the same: { $rows }; all of them are counted
    .help = If one was entered twice, delete it.
    .explain = A remark on data, which keeps nothing from being made. Rows of a ledger say the same, and all of them are counted. If one was entered twice, delete it.

D042 = { $all ->
        [no] units that stand in no list of units: { $count }, the first of them { $units }
       *[yes] units that stand in no list of units: { $units }
    }
    .help = Mend the name if it is misspelt; if the unit is new, write it into known under [units], or into units of one of [[parents]], in workspace.toml.
    .explain = A remark on data, which keeps nothing from being made. workspace.toml lists units (known under [units], or units of [[parents]]), and this one is not among them. Mend the name if it is misspelt; if the unit is new, add it.

D043 = the sheet "{ $sheet }" is called after another period than { $period }
    .help = Make sure that it holds this period's data, and name the sheet after the period.
    .explain = A remark on a table, which keeps nothing from being made. The sheet is called after another period. Make sure that it holds this period's data, and name the sheet after the period.

D044 = { $reason ->
        [ledger] which sheet of "{ $label }" has the data of { $period } is not known: { $sheets }
       *[main] which sheet has the data of { $period } is not known: { $sheets }
    }
    .help = { $reason ->
        [ledger] Bring the period's rows together in one sheet called "{ $label }"; delete or hide the others.
       *[main] Write sheet = "the sheet's name" under [units] in workspace.toml, or delete the sheets that are not wanted. Where each unit has a sheet, say under [units.cells] where each field stands, such as "plugin.field" = { "{" } above = "its head" { "}" }.
    }
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Write sheet under [units] in workspace.toml, or delete the sheets that are not wanted; of a ledger's sheets leave the period's alone.

D045 = columns that are not understood: { $headers }
    .help = Use the fields' labels; or run huibian map FILE, and write [units.columns] as it proposes.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Use the fields' labels; or run huibian map FILE, and write [units.columns] as it proposes.

D046 = the quote that opens on this line never closes
    .help = Close the quote or delete it; a quote within quotes is written twice.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Where a quote does not close, all lines after it become the text of one cell. Close the quote or delete it.

D047 = { $what ->
        [sheet] [units.cells], { $key }: there is no sheet "{ $name }"
        [row] [units.cells], { $key }: no row is headed "{ $name }"
        [column] [units.cells], { $key }: no column is headed "{ $name }"
        [twice] [units.cells], { $key }: "{ $name }" stands there more than once
       *[label] [units.cells], { $key }: no cell says "{ $name }"
    }
    .help = Mend workspace.toml after the table, or run huibian map FILE.
    .explain = A fault of a unit's table; it costs that unit. [units.cells] says in which cell of the table each field is. Mend workspace.toml after the table, or run huibian map FILE.

D048 = { $reason ->
        [sum] the column "{ $header }" was passed over: sums over columns are computed
        [other] the column "{ $header }" was passed over: its figures are not this period's own
       *[aside] the column "{ $header }" was passed over: it is no field
    }
    .help = If it is to be read, say under [units.columns] in workspace.toml which field it is.
    .explain = A remark on a table, which keeps nothing from being made. If it is to be read, say under [units.columns] in workspace.toml which field it is.

D049 = { $reason ->
        [factor] the column "{ $header }" is in { $said }, the field "{ $label }" in { $own }
        [unsaid] the column "{ $header }" is in { $said }, and the field "{ $label }" does not say what it is measured in
        [several] columns in { $said } whose fields are in { $own }: { $headers }
        [cell] "{ $header }" is in { $said }, the field "{ $label }" in { $own }
       *[other] the column "{ $header }" is in { $said }, the field "{ $label }" in { $own }, and neither comes to the other
    }
    .help = { $reason ->
        [factor] Say under [units.columns] in workspace.toml how much it is: "{ $header }" = {"{"} field = "{ $key }", factor = { $factor } {"}"}; or give the column in { $own }.
        [cell] Give { $key } under [units.cells] in workspace.toml factor = { $factor }; or fill the form in in { $own }.
        [several] Let huibian map FILE --write say how much they are; or give the columns in { $own }.
       *[other] If it is that field all the same, say so under [units.columns] in workspace.toml: "{ $header }" = "{ $key }".
    }
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. A head, or a line above the table, says another measure than the field's own. Say under [units.columns] in workspace.toml how much it is (factor), or change the table.

D050 = { $label } says "{ $found }", not what it is
    .help = Write out what the cell above says.
    .explain = What "ditto" means hangs on the order of the rows, and is not guessed. Write out what the cell above says.

D051 = another header stands in row { $row }: the sheet has more than one table
    .help = Move the second table to a sheet of its own, or into the first, a row a unit.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. Move the second table to a sheet of its own, or into the first, a row a unit.

D052 = the row of "{ $name }" has a name and nothing else
    .help = If it is the title of a group, delete the row, or give the groups a column of their own. If it is a unit, fill it in.
    .explain = A remark on a table, which keeps nothing from being made. Other rows are filled in and this one has a name alone: a unit that did not report, or the title of a group. If it is the title of a group, delete the row, or give the groups a column of their own. If it is a unit, fill it in.

D053 = { $label } is in %, and rows { $rows } give less than 1, such as { $found }
    .help = See whether that is meant: 0.984 is read as 0.984 %. If it is 98.4 %, give 98.4 or 98.4%.
    .explain = A remark on a table, which keeps nothing from being made. Where the format of a percentage is lost, 98.4 % is left as 0.984. 0.984 is read as 0.984 %. If it is 98.4 %, give 98.4 or 98.4%.

D054 = these sheets were read as a unit's each: { $sheets }
    .help = If one of them is no unit's, delete or hide it. Units that are listed in known under [units] in workspace.toml are not told of.
    .explain = A remark on a table, which keeps nothing from being made. In a workbook of all units with a sheet a unit, a unit is called after its sheet where the form does not name it. If one of them is no unit's, delete or hide it. Units that are listed in known under [units] in workspace.toml are not told of.

D055 = the sheet "{ $sheet }" has cells that are struck out in rows { $rows }, which were read like the others
    .help = If they no longer hold, delete them; if they do, take off the line.
    .explain = A remark on a table, which keeps nothing from being made. Whether a line through a figure takes it back is not guessed. If the cells no longer hold, delete them; if they do, take off the line.

D056 = a part of "{ $found }" in { $label } is struck out, so that it is not known what holds
    .help = Delete what no longer holds, or take off the line.
    .explain = What is struck out in a cell is seen as taken back, and the rest as what holds; read together they are neither: 1315 for 13 that became 15. Delete what no longer holds, or take off the line. A cell that is struck out as a whole is read, with a remark (D055).

D057 = the title "{ $title }" is of another period than { $period }
    .help = Make sure that the table holds this period's data, and mend the title.
    .explain = A remark on a table, which keeps nothing from being made. A table that was copied from the period before may still hold its figures. Make sure that the table holds this period's data, and mend the title.

D058 = the sheet "{ $sheet }" shows a dash or nothing for the number 0 in rows { $rows }; these cells were read as empty
    .help = Where 0 is meant, give the cells a format that shows it.
    .explain = A remark on a table, which keeps nothing from being made. A cell is what a person sees of it, and an empty one is missing, which is not 0. Where 0 is meant, give the cells a format that shows it, or turn on that zeros are shown.

D059 = this line has more values than the header, and { $found } stands in it without quotes, which is two values
    .help = Write the figure without the comma, or in quotes: "{ $found }".
    .explain = A comma parts values, so that a figure such as 1,234 is two of them, and all that follows stands one column on. The file is not read. Write figures without commas, or in quotes.

D060 = { $reason ->
        [indent] these rows are indented below another unit and were read as units of their own: { $rows } ("{ $name }" and the like)
        [sum] the figures of these rows are what the rows beside them add up to, and they were read as units: { $rows } ("{ $name }")
        [file] these files are hardly called after units ("{ $name }" and the like) and were read as a unit each: { $rows }
       *[name] these rows are hardly called after units and were read as units: { $rows } ("{ $name }")
    }
    .help = { $reason ->
        [indent] Where they are parts of the row above, write "of which" before their names; where the row above is a sub-total, call it so. Units are written into known under [units] in workspace.toml.
        [sum] Call a total a total. A unit is written into known under [units] in workspace.toml.
        [file] Move totals, examples and empty forms out of the folder; where the unit's name is not the right one, write it. Units are written into known under [units] in workspace.toml.
       *[name] Delete what is no unit. A unit is written into known under [units] in workspace.toml.
    }
    .explain = A remark about a table; the reports are made all the same. A total, a group or a filler that is taken for a unit is counted twice when units are added up. Units that are listed in known under [units] in workspace.toml are not asked about.

D061 = two units are called "{ $name }"; the other: { $first }
    .help = If one unit handed its data in twice, delete one. If they are two units, write both ids into known under [units] in workspace.toml.
    .explain = A remark on data, which keeps nothing from being made. The two have different ids (a file's name is one) and the same name, and both are added up. If one unit handed its data in twice, delete one.

D062 = heads that [units.columns] names and the table does not have: { $headers }
    .help = Where a head was renamed, write it in workspace.toml as the table has it; where there is none any more, delete the line.
    .explain = A remark about a table; the reports are made all the same. [units.columns] says what these heads are of, and no column has them, so that those fields have no data. Write them as the table does, or run huibian map FILE.

D063 = cells of the sheet "{ $sheet }" have comments, which were not read: { $cells }
    .help = Where a comment corrects or explains a figure, write that into the cell or a column of remarks.
    .explain = A remark about a table; the reports are made all the same. Comments are no data and are not read. One may correct a figure: have a look.

D064 = these lines have more values than the header: { $rows }
    .help = Put a text with a comma in quotes, whole; delete values that are too many.
    .explain = A fault of a table; the run does not start. In a unit's own file it costs that unit. A comma parts values, so that all that follows one in a text without quotes stands one column on. Put the text in quotes, or delete what is too much.

D065 = these files are called after another unit than the one that they say they are of: { $files }
    .help = See whose data they are, and mend the unit's name in the file or the name of the file.
    .explain = A remark about the data; the reports are made all the same, of the unit that the file says. A file that is called after one unit and says another was mostly made from the other's, or put in its place.

D066 = files in the folder that are not read: { $files }
    .help = Save a unit's data as .xlsx, .csv or the like, in this folder itself; move what is none elsewhere.
    .explain = A remark about the data; the reports are made all the same. Word and PDF files, archives and folders further down are not read, so that a unit that sent one has no report. Save it as .xlsx, .csv or the like; move what is no data elsewhere.

K001 = { $message }
    .explain = A rule under [checks] of plugin.toml or workspace.toml does not hold; the words are its author's. The report is made all the same. Where severity is error it must not be sent, and the exit code is 1. A rule over a count that is missing does not apply.

K002 = { $message }
    .explain = What a plugin's code says about this unit's data; the words are the plugin's. The report is made all the same. Where severity is error it must not be sent, and the exit code is 1.

K003 = the rule { $check } cannot be computed ({ $reason })
    .explain = A rule could not be computed, for instance because a number is too large, so it found nothing either way. Its author must change rule under [checks].

K004 = row { $row } of { $label } is dated { $date }, outside { $period }, and is not counted
    .explain = Rows of a ledger that are dated outside the reporting period are not counted. Check the date; a row that belongs to another period may stay.

K005 = { $label } is { $total }{ $measure }, but its parts add up to { $sum }{ $measure } ({ $parts }){ $reason ->
        [rounding] {"; the difference of"} { $rest }{ $measure } may come from rounding, which plugin.toml can allow with tolerance
        [stale] {", and the total is last period's; check whether it was brought up to date"}
        [rest] {";"} { $rest }{ $measure } are in none of them; check which is right
       *[over] {"; check which is right"}
    }
    .explain = plugin.toml declares with parts what a value is the sum of, and the total that was filled in is another one. tolerance says how far they may be apart. Where a part is missing only parts beyond the total are told.

K006 = { $label } was given as { $given }{ $measure }, but { $numerator } and { $denominator } make it { $computed }{ $measure }, which the report says
    .explain = A rate that was filled in does not follow from its numerator and denominator. The report has the computed one. A rate with fewer digits is right where it rounds to the same.

K007 = { $label } is { $now }{ $measure } and was { $before }{ $measure_before } in { $earlier }, more than { $factor } times apart; check it
    .explain = plugin.toml declares with jump how many times a count may differ from the period before. Where it declares none, one that is 1,000 times as much is told: as where yuan are given in a field of ten thousand yuan. Where it is right it may stay.

K008 = these are the same as in { $earlier }; check that old figures were not kept: { $counts }
    .explain = These counts are exactly those of the period before, as filed; they may not have been brought up to date. Where they are right they may stay. For a count that does not change write unchanged = "off" in plugin.toml.

K009 = “{ $label }” names another unit, “{ $unit }”; check that the text was not copied from elsewhere
    .explain = A unit's text has another unit's name in it. Recipients do not count. Where it is meant it may stay.

K010 = “{ $label }” speaks of “{ $said }”, outside { $period }; check that it is not an old text
    .explain = A date or a quarter in a text lies in the period before, or in the same one a year earlier. Where the text compares with it, nothing is said. Where it is meant it may stay.

K011 = “{ $label }” says { $count } { $said }{ $measure }, but the count { $basis ->
        [previous] of the period before
        [last_year] of a year earlier
        [to_date] of the year so far
       *[now] { "" }
    } is { $found }{ $measure }; check which is right
    .explain = A number in a text beside a count's name is not the count. Parts that are told one by one and add up to the count are right.

K012 = “{ $label }” has two numbers for { $count }, { $first }{ $measure } and { $second }{ $measure }; check which is right
    .explain = A text has two different numbers for one count.

K013 = { $count } units have nearly the same text for “{ $label }”: { $units }{ $all ->
        [no] { " " }and others
       *[yes] { "" }
    }; check that they did not copy from each other
    .explain = Without the units' own names these texts agree nearly word for word. Where everyone was to write the same they may stay.

K014 = the face of the text lacks { $characters }; the PDF has them in “{ $face }”
    .explain = The style's face does not have these characters, and the PDF has them in another face of this machine. They may look slightly different.

K015 = no face on this machine has { $characters }; the PDF has “〓” instead. Install a face with more characters
    .explain = No face on this machine has these characters, so the PDF cannot show them. Install a face with more characters and make the reports again.

K016 = { $label } of { $unit } is { $given }{ $measure } in the table, but its numerator and denominator make it { $computed }{ $measure }, which was filed
    .explain = A rate in the imported table does not follow from its numerator and denominator. The computed one is filed. A rate with fewer digits is right where it rounds to the same.

K017 = “{ $label }” says of { $count } “{ $said }”, but it was { $before }{ $measure } { $basis ->
        [last_year] a year earlier
       *[previous] in { $earlier }
    } and is { $now }{ $measure } now; check which is right
    .explain = The direction or the size of a change in a text is not what this period's count and the filed one come to. A rate that rounds to the same is right.

K018 = “{ $label }” says “{ $said }”, but { $count } is { $found }{ $measure }; check which is right
    .explain = A text says that there was none, and the count is not 0. What is said of a part, of another time or of what is new does not count.

K019 = “{ $label }” says “{ $said }”, but of { $count } { $found }{ $measure } the { $part } are { $done }{ $measure }; check which is right
    .explain = A text says that all were dealt with, and the counts say that only some were.

K020 = “{ $label }” says “{ $said }”, but { $count } is 0{ $measure }; check which is right
    .explain = A text speaks of what the count says there was none of.

K021 = “{ $label }” says “{ $said }”, but { $earlier } had { $found }{ $measure } of { $count }; check which is right
    .explain = A text calls something the first of its kind, and the period before, as filed, had some already.

K022 = the parts in “{ $label }” add up to { $sum }{ $measure }, more than the whole, { $whole }{ $measure }; check which is right
    .explain = Parts that a text tells one by one come to more than the whole that it says they are of.

K023 = “{ $said }” in “{ $label }” is still to be filled in
    .explain = A text has a mark where something was to be filled in: crosses, a line, empty brackets, or words in brackets that say what belongs there.

K024 = “{ $label }” speaks of “{ $said }”; there is no such day
    .explain = A day in a text is not in the calendar, such as the 31st of April.

K025 = “{ $label }” says “{ $said }”, but the unit is { $unit }; check that the text was not copied from elsewhere
    .explain = A text calls its own unit something else than it is, such as “our county” in a town's report. Where it is meant it may stay.

K026 = “{ $label }” says “{ $said }”, but the unit is { $unit }; check the name
    .explain = A name in a text is the unit's own but for one character, or but for what kind of place it is. Where it is another place it may stay.

K027 = “{ $label }” is word for word that of { $earlier }; check that it is not an old text
    .explain = But for its marks the text is that of the period before, as filed. Where nothing changes it may stay.

K028 = { $label } is { $now }{ $measure } and was between { $least } and { $most }{ $measure } in { $periods } periods (the median is { $usual }); check it
    .explain = plugin.toml declares with outlier = true that a value far from the unit's own earlier ones is to be checked; from four filed periods on. Where it is right it may stay.

K029 = { $label } is { $given }{ $measure }, { $reason ->
        [small] less than the least
       *[large] more than the most
    } that is declared, { $bound }{ $measure }; check it
    .explain = plugin.toml declares with min and max how small or large a value may be.

K030 = { $given } was given and { $missing } was not; give both or neither
    .explain = A rule under [checks] declares with together what is given together or not at all.

K031 = none of { $missing } was given; give at least one
    .explain = A rule under [checks] declares with either what at least one is given of.

K032 = the rule { $check } needs { $missing }, which was not given
    .explain = A rule under [checks] says missing = "fault": what it needs has to be given.

K033 = row { $row } of { $label } repeats row { $first } (in { $columns }); check it
    .explain = Two rows of a ledger agree in the columns that unique declares, spaces and widths of characters aside; one may have been entered twice. Both are counted.

K034 = row { $row } of { $label } has “{ $said }” for { $column }, which { $ledger } does not have; check it
    .explain = plugin.toml declares with refers that a cell of this column has to stand in another ledger.

K035 = row { $row } of { $label } has no { $column }, and is not counted
    .explain = Where a ledger has a column of days, a row without one may belong to any period, and is not counted. Give its day.

K036 = { $label } is said to come from “{ $said }”, which { $reason ->
        [field] was not given
        [row] is not there
       *[period] does not lie in the period
    }; the plugin's author should look into it
    .explain = A plugin says which records a count came from, and the unit's data do not have them, or they lie outside the period, or have no day. Check the count.

K037 = “{ $label }” announces { $announced } points and lists { $given }.
    .explain = A text says how many points follow and lists another number of them.

K038 = “{ $label }” goes on with “{ $said }” where point { $number } is due.
    .explain = A numbered list in a text passes a point over, or has one twice.

K039 = “{ $label }” plans something for “{ $said }”, which is over: the report is of { $period }.
    .explain = What a text means to do has a date before the last month of the report's period. Reword what is done; write the year where it is the next one.

K040 = “{ $label }” says “{ $said }”, a name that another text of this unit says has changed.
    .explain = One text tells that an institution was renamed, and another still calls it by its former name. A name that is said to be the former one is passed over.

K041 = Row { $row } of { $label } is dated { $date }, before row { $other } of { $ledger } ({ $since }) that it refers to.
    .explain = A column that refers to another ledger, by refers in plugin.toml: what the row refers to had not happened yet.

K042 = Row { $row } of { $label }: { $column } { $date } lies before { $begin } { $since }.
    .explain = In one row, the date on which something ended, was settled or put right lies before the one on which it began, was received or found.

K043 = { $label } is not given; for { $earlier } it was { $before }{ $measure }. Where there was none, give 0.
    .explain = A number that was filed for the period before (and a year before) is not given now. Missing is not 0.

K044 = { $label } is 0 while { $others } is { $found }{ $measure }.
    .explain = together under [checks] says that these are given together: nobody takes part in what did not take place.

K045 = { $label } is given as { $given }{ $measure }, which is less than nothing.
    .explain = Quantities and amounts are not below 0. Changes, differences and balances may be, and are passed over; for others say so with min in plugin.toml.

K046 = “{ $label }” says “{ $said }”: { $reason ->
        [sum] the parts come to { $found }
        [share] the numbers before make { $found }%
        [average] the numbers before make { $found }
        [direction] it went the other way
        [beyond] nothing falls by more than 100%
        [range] it ends before it begins
        [product] so many of so much make { $found }
        [difference] the two numbers before are { $found } apart
        [more] that is more than the { $found } before
        [over] nothing is more than 100% of it
        [below] nothing is less than 0 of it
        [again] before, there were { $found }
        [clock] there is no such time
        [short] there were to be { $found }
        [all] of the { $found } before that is not all
        [compared] the other is { $found }
        [most] another is { $found }
        [rows] its ledger has { $found }
        [times] by the counts it is { $found } times as much
        [measure] it is counted in “{ $found }”
        [earlier] the earlier quarters of the year came to { $found } each
        [left] by the counts { $found } are left
       *[weekday] that day is another day of the week
    }.
    .explain = Numbers or days of one sentence contradict each other: a sum, a share or an average that does not follow, a rise to a smaller number, a fall by more than 100%, a rate of satisfaction over 100%, more adopted than came in, a price and a number that do not make the amount, two numbers of one thing, a range that ends before it begins, a weekday that is another.

K047 = “{ $label }” breaks off at “{ $said }”, or a mark there has no other half.
    .explain = A text ends with a comma, a colon or a word after which something follows, or opens a quote or a bracket that it never closes.

K048 = “{ $label }” has “{ $said }” twice.
    .explain = A text has two sentences that are the same, or a word or mark twice in a row, as after pasting it twice.

K049 = “{ $label }” has a person's identity number; take it out.
    .explain = Personal identity numbers have no place in a report.

K050 = these are longer than a line and break in it: { $words }
    .explain = A finding; the report was made all the same. A word, code or address is longer than the line or column that it stands in, and goes on in the next line. Check that it is not a slip, or give its column more room.

K051 = “{ $label }” has “{ $said }” where “{ $right }” is meant.
    .explain = A word is written with a wrong character, as is often done. Leave it where it is the name of a person or a place.

K052 = Row { $row } of { $label }: { $column } is { $given }, which is more than { $whole }, { $found }.
    .explain = In one row, those that passed, failed or came are more than those that were looked at or expected.

K053 = Row { $row } of { $label }: “{ $flag }” is no, and yet { $column } is { $date }.
    .explain = In one row something is said not to be done, and has a day on which it was done.

K054 = { $label } is { $now } { $measure }, more than { $whole }, { $found } { $measure }.
    .explain = By their names the one is a part of the other: paid of allotted, settled of received, this period's of the year's so far. But for the year so far nothing is said where it was so in an earlier period.

K055 = Row { $row } of { $label }: { $column } is { $given }, where { $per ->
        [none] the other rows have { $least } to { $most }
       *[other] by { $per } the other rows would have { $least } to { $most }
    }; perhaps there is a digit too many or too few.
    .explain = In one row of a ledger a number is five times or more beyond those of all other rows, which are like each other.

K056 = { $label } is { $now } { $measure }; { $reason ->
        [first] in the first period of a year it is { $part }, which is { $found }
        [most] what it was before and { $part } of this period make no more than { $found }
        [least] before this period it was { $found }
       *[sum] what it was before and { $part } of this period make { $found }
    } { $measure }.
    .explain = A count of the year so far is what it was in the period before and this period's together; in the first period of a year it is that period's own. Of households, firms or people each may be counted once a year: then it is no less than before, and no more than both together. This one may have been left out, or last year's gone on with.

K057 = { $reason ->
        [odd] the text ends on the front of a leaf, and the imprint is alone on the back of it
        [room] the page that the text ends on has no room for the imprint, which is alone on a further leaf
        [long] the imprint is longer than a page, and has its pages to itself
        [turned] the last page is a turned one, and the imprint is alone on an upright page behind it
       *[notes] footnotes may stand where the imprint would, which is alone on the next page
    }
    .explain = A finding; the report was made all the same. The imprint stands at the foot of the last page, which is an even one (GB/T 9704-2012, 7.4), and goes to a page without words of the text only where it must. Where that is not wanted, lengthen or shorten the text by some lines, or let some words of the text follow a table that turns the last page. What is told is an estimate: programs differ in a line here and there.

K058 = { $reason ->
        [moved] the recipients leave no room for the text on the first page, and stand in the imprint
       *[none] the recipients leave no room for the text on the first page, and there is no imprint that they could stand in
    }
    .explain = A finding; the report was made all the same. Where the recipients are so many that the first page shows no text they go to the imprint, above whom copies go to (GB/T 9704-2012, 7.3.2). A document has an imprint where printer is set under [document], and its style says with recipients_in_imprint how they stand there. Files without pages leave them where they are.

K059 = { $reason ->
        [head] the head, the title and the recipients leave no room for the text on the first page
        [first] the text begins with a table that turns the page, and the first page shows no words of it
        [table] the text ends with a table that turns the page, and what stands below the text is alone on the next page
        [paragraph] the last paragraph stays with what stands below the text: LibreOffice moves all of it to the next page, and leaves a page without words of the text
       *[below] what stands below the text has no room on a page with words of it
    }
    .explain = A finding; the report was made all the same. The first page shows words of the text, and a signature, a note and the list of attachments stand on a page with words of it (GB/T 9704-2012, 7.3.3 and 7.3.5). A table that is too wide for an upright page has pages of its own: put a sentence before or behind it, or make it an attachment. Part a long last paragraph in two, which LibreOffice does not divide over pages there and Word does, and shorten a long note. Where the head is too high, name fewer issuers in it or set a smaller mark in the style. What is told is an estimate: programs differ in a line here and there.

A001 = there is no column “{ $column }”: which findings are let through cannot be told
    .help = Make the list with huibian check --table list.xlsx, fill in the reasons and leave the heads as they are.
    .explain = Findings are let through by their numbers. Make the list with huibian check --table list.xlsx, fill in reason, who and when, and hand it back with huibian accept list.xlsx.

A002 = { $missing ->
        [finding] this row gives a reason and names no finding
        [reason] { $finding } has no reason
        [by] { $finding } does not say who lets it through
       *[on] { $finding } does not say when it was let through
    }
    .help = Give reason, who and when; leave all three empty for what is not let through.
    .explain = What is let through needs a reason, who says so and the day. A row where all three are empty lets nothing through. Who and when may be given once, with --by and --on.

A003 = { $finding } stands in two rows that differ
    .help = Keep one of them.
    .explain = A finding is let through once. Keep one of the rows.

A004 = { $finding } is not found now
    .help = The data may have changed; run huibian check again.
    .explain = A finding's number follows the data: where they change it is another finding, or none. Run huibian check --table list.xlsx again.

A005 = { $finding } is a fault, which cannot be let through
    .help = Mend it as its remedy says.
    .explain = Remarks on content and failed checks may be let through; what keeps data from being read or a report from being made can only be mended.

A006 = { $kind ->
        [units] “{ $given }” is found of several units: { $known }
       *[numbers] “{ $given }” could be several findings: { $known }
    }
    .help = { $kind ->
        [units] Say of which: --unit NAME.
       *[numbers] Write more of the number.
    }
    .explain = The beginning of a number will do where it is enough to tell which finding is meant.

A007 = { $unit }: { $finding }, let through by { $by } on { $on }, no longer holds, since the data have changed (it was: { $said })
    .help = Look at it again; where it is right, let it through with huibian accept once more.
    .explain = What is let through holds for the data of that time. Where they change it has to be looked at again, and let through once more where it is right.

T001 = { $reason ->
        [unclosed] the block { $name } never ends
        [stray] { $name } ends here and never began
        [mismatch] the block { $name } ends as { $close }
        [braces] these braces never close
        [nested] blocks stand too deep in each other
        [nested-word] blocks stand too deep in each other
        [head] the front matter after +++ never ends
        [character] a character stands here that no text may hold
        [literal] words in quotes go beyond one line
       *[syntax] this cannot be read
    }
    .help = { $reason ->
        [unclosed] Add {"{{"}/{ $name }{"}}"} where the block ends.
        [stray] Remove it, or add {"{{"}#{ $name } …{"}}"} before.
        [mismatch] Write {"{{"}/{ $name }{"}}"} first: the inner block ends before the outer one.
        [braces] Add {"}}"} at its end.
        [nested] Move the inner part to a partial and include it with {"{{"}> name{"}}"}.
        [nested-word] Move the inner part into a plugin's section, and place that with {"{{"}slot "name"{"}}"}.
        [head] Write +++ on a line of its own after the declarations.
        [character] Delete the invisible character here.
        [literal] Write what stands in quotes on one line, without tabs.
       *[syntax] Names are letters, digits and underscores joined by dots; arguments are set apart by spaces.
    }
    .explain = The template does not parse. Usual causes: braces that do not pair, a block without end (every {"{{"}#if …{"}}"} needs its {"{{"}/if{"}}"}), blocks that overlap, or front matter without its second +++.

T002 = nothing declares { $name }
    .help = Check the name. A section may use the facts, fields and counts of its plugin.toml; counts of other plugins must stand under uses; inside a loop, names from outside begin with ../.
    .explain = Every name in a template comes from somewhere: unit, period, the facts, fields and counts of the plugin's own plugin.toml, or a count of another plugin under uses. Inside each and with, names are relative to the item at hand; names from outside begin with ../. All are checked before a report is made.

T003 = no helper { $name }
    .help = There are: if, unless, each, with, count, hanzi, change, previous, last_year, to_date, zero, present, list, date, month_day, enumerate, slot, contents, image, chart, table.
    .explain = The first word in braces with arguments is a helper. There are: if, unless, each, with, count, hanzi, change, previous, last_year, to_date, zero, present, list, date, month_day, enumerate, slot, contents, image, chart, table.

T004 = the number { $name } is printed with plain braces
    .help = Declare a count in plugin.toml and print it with {"{{"}count "name"{"}}"}, so that it can be traced; number the rounds of a loop with {"{{"}hanzi @index{"}}"}.
    .explain = Every number in a report says what it is and where it came from, so only declared counts are printed, with {"{{"}count "name"{"}}"}. A number that a unit fills in (an integer or decimal field) becomes a count first.

T005 = the number { $name } is a condition: 0 would be false
    .help = Ask for 0 with {"{{"}#zero "name"{"}}"} and for presence with {"{{"}#present "name"{"}}"}; a loop knows @first and @last.
    .explain = The helper if takes 0 for nothing, and no meetings is not the same as no answer. Ask for 0 with zero, and for presence with present.

T006 = these braces let signs in data become mark-up
    .help = Use two braces {"{{"} {"}}"}.
    .explain = Three braces and & write data as it is, and a # or * in it would become a heading or emphasis. Use two braces.

T007 = partials include each other: { $cycle }
    .help = Remove one of the inclusions.
    .explain = A partial that includes itself, straight or by way of others, would never end. Remove one of the inclusions.

T008 = no partial { $name }
    .help = Partials are the files in templates/partials: {"{{"}> closing{"}}"} includes closing.hbs. Check the name.
    .explain = A partial is wording that templates share: a file in templates/partials of the workspace or of the installation, named as it is included.

T009 = { $name } may be missing
    .help = { $kind ->
        [value] { $file ->
            [word] Put {"{{"}#{ $asks }{"}}"} before it and {"{{"}/{ $close }{"}}"} behind it, or a content control with the tag "#{ $asks }" around it; with {"{{"}else{"}}"} between them, say what is to stand there without it.
           *[text] Put {"{{"}#{ $asks }{"}}"} before it and {"{{"}/{ $close }{"}}"} behind it; with {"{{"}else{"}}"} between them, say what is to stand there without it.
        }
       *[other] { $file ->
            [word] Put {"{{"}else{"}}"} and what is to stand there without it before {"{{"}/{ $kind }{"}}"}, or {"{{"}#{ $asks }{"}}"} … {"{{"}/{ $close }{"}}"} or a content control with the tag "#{ $asks }" around all of it.
           *[text] Put {"{{"}else{"}}"} and what is to stand there without it before {"{{"}/{ $kind }{"}}"}, or {"{{"}#{ $asks }{"}}"} … {"{{"}/{ $close }{"}}"} around all of it.
        }
    }
    .explain = A value that is not required may be missing and a list may be empty, and a report never says nothing in its place. Ask with if, or with present for a count, and say what to write in both cases.

T010 = { $name } cannot be printed: { $found ->
        [date] it is a date
        [list] it is a list
        [rows] it is a ledger
        [boolean] it is yes or no
       *[group] it is a group of names
    }
    .help = { $found ->
        [date] Write {"{{"}date { $name }{"}}"} ("2023年4月5日") or {"{{"}month_day { $name }{"}}"} ("4月5日").
        [list] Write {"{{"}list { $name }{"}}"}, or go through it with {"{{"}#each { $name }{"}}"}.
        [rows] Go through its rows with {"{{"}#each { $name }{"}}"} and print their columns.
        [boolean] Write {"{{"}#if { $name }{"}}"}…{"{{"}else{"}}"}…{"{{"}/if{"}}"}.
       *[group] Write one of the names in it, such as unit.name.
    }
    .explain = Only text is printed as it is. A date takes date or month_day, a list takes list or each, a ledger takes each, and yes or no takes if.

T011 = { $name } is used wrongly: { $reason ->
        [argument] a name is missing after it
        [quotes] it takes a name in quotes
        [name] it takes a name without quotes
        [block] it has a beginning and an end
        [inline] it has no beginning and end
        [arguments] there is too much after it
        [list] it takes lists and ledgers only
        [texts] it takes lists of texts only
        [date] it takes dates only
        [form] the one form is "hanzi"
        [group] it takes groups of names only
        [whole] it takes whole numbers only
        [ordinal] it takes a count's name in quotes, or @index
        [period] the second name is no period that it takes
        [cumulative] this count does not add up over periods
        [alt] it lacks alt, what the picture shows
        [key] it takes no such key
        [text] it takes texts only
        [width] width takes a length in quotes
        [alone] it stands on a line of its own
       *[contents] it stands inside a slot block only
    }
    .help = { $reason ->
        [period] Write "previous" (the period before) or "last_year"; present also takes "to_date".
        [cumulative] Write over_time in plugin.toml: sum, or last where the last value stands.
        [alt] Write alt="…": what it shows, for those who cannot see it; Markdown and text print it.
        [key] image takes alt, caption and width; chart and table take none, their files say the rest.
        [text] Write words in quotes, or the name of a text.
        [width] For example width="120mm".
        [alone] Put it on a line by itself.
        [argument] Add the name; a column of the same name as a helper is this.{ $name }.
        [quotes] For example {"{{"}{ $name } "sessions"{"}}"}.
        [name] For example facts.titles.
        [block] Write {"{{"}#{ $name } …{"}}"}…{"{{"}/{ $name }{"}}"}.
        [inline] Write {"{{"}{ $name } …{"}}"}.
        [arguments] Write one name at a time.
        [list] Check its type in plugin.toml.
        [texts] Go through a ledger's rows with {"{{"}#each …{"}}"}.
        [date] Check its type in plugin.toml; text is printed as it is.
        [form] For example {"{{"}{ $name } period.start "hanzi"{"}}"}.
        [group] For example unit, period, facts, fields.
        [whole] Print decimals and ratios with {"{{"}count "name"{"}}"}.
        [ordinal] For example {"{{"}hanzi "sessions"{"}}"} or {"{{"}hanzi @index{"}}"}.
       *[contents] Put it between {"{{"}#slot "name"{"}}"} and {"{{"}/slot{"}}"}.
    }
    .explain = Names of counts and slots stand in quotes: count "sessions", slot "results". Names of values do not: if facts.plan, list facts.titles, date period.start. The helpers if, unless, each, with, zero, present and enumerate have a beginning and an end; the others have not.

T012 = the slot { $slot }: { $reason ->
        [undeclared] the report's front matter does not declare it
        [section] a section cannot place slots
        [unplaced] it is declared and nowhere placed
        [twice] it is placed twice, and its contents would repeat
        [loop] it cannot stand in a loop
        [beside] it has other words in its paragraph; a blank line is missing
        [unfilled] no plugin of the report fills it
       *[contents] the block does not say where its contents go
    }
    .help = { $reason ->
        [undeclared] Add [slots.{ $slot }] between the +++ lines, or mend the name.
        [section] The report template places slots; include shared wording with {"{{"}> name{"}}"}.
        [unplaced] Write {"{{"}slot "{ $slot }"{"}}"} where it belongs, or remove the declaration.
        [twice] Remove one.
        [loop] Move it out of each.
        [beside] A slot for sections (kind = "sections") is a paragraph by itself: leave a blank line above it and below it.
        [unfilled] Mend the name, or add it to the slots of a plugin's plugin.toml.
       *[contents] Write {"{{"}contents{"}}"} inside the block.
    }
    .explain = A slot is a place that a report template leaves for plugins. It is declared between the +++ lines and placed once: by slot and its name, or by a slot block in which contents marks the place and else says what to write without contents.

T013 = the template failed: { $reason }
    .help = Check what is written here; if nothing is wrong with it, report the template and the data to the maintainers.
    .explain = The template passed its check and failed all the same. Check what is written here; if nothing is wrong with it, report the template and the data to the maintainers.

T014 = a report cannot carry { $construct ->
        [nested-list] a list inside a list
        [list-item] a second paragraph, a heading or a page break in an item of a list
        [list-start] a numbered list that does not begin with 1
        [code] code
        [quotation] a quotation
        [emphasis] emphasis by a single * or _
        [link] a link
        [image] a picture as Markdown writes it
        [html] HTML
        [footnote] a footnote that is empty, of several paragraphs, or with footnotes of its own
       *[table] a table inside a list
    }
    .help = { $construct ->
        [nested-list] Lists have one level: write the items one below the other without indenting them, or in a sentence.
        [list-item] An item is one paragraph: take the blank line out and write on, or move what follows out of the list, without indenting it.
        [list-start] After a year write a word and no full stop; lists are numbered by themselves, so 1. will do for every item.
        [code] Do not indent by four spaces, and use no backquotes; to print one, write \`.
        [quotation] Take the > at the head of the line away; to print it, write \>.
        [emphasis] Strong text is **between two stars**; to print a star or an underscore, write \* or \_.
        [link] Write the address as words; to print brackets, write \[ and \].
        [image] Write {"{{"}image "pictures/FILE" alt="what it shows"{"}}"} on a line of its own.
        [html] To print a <, write \<. Remarks are {"{{"}! a remark {"}}"}, and a line is broken by \ at its end.
        [footnote] A footnote is one paragraph: [^1]: words.
       *[other] Move the table out of the list, below a blank line and without indenting it.
    }
    .explain = A report is made of paragraphs, headings (#), lists (-, 1.), tables (|), footnotes ([^1]), strong text (**) and page breaks (---); pictures are placed by {"{{"}image{"}}"}. Other Markdown cannot be typeset. Lists have one level, and an item is one paragraph. To print a sign such as *, _, < or [ as it stands, put a \ before it.

T015 = a report has one title, this one { $found }
    .help = The title is the one line of the report template that begins with #; other headings begin with ##, ### or ####.
    .explain = The title is the line of the report template that begins with a single #, and there is exactly one. Other headings begin with ##, ### or ####.

T016 = this line is indented so far that it becomes code
    .help = Leave three spaces at most, and no tab.
    .explain = Markdown takes a line that begins with four spaces or a tab for code, which no report can carry. Only lines that hold nothing but the beginning or end of a block may be indented.

T017 = nobody filled the required slot { $slot }
    .help = Check the unit's data: no plugin wrote anything for this slot.
    .explain = The report template demands contents for this slot (required = true), and no plugin wrote any for this unit. Check the unit's data.

T018 = the unit has no count { $name }
    .help = Complete the data, or put it inside {"{{"}#present "name"{"}}"}.
    .explain = A template prints a count that this unit does not have. Complete the data, or ask with present first.

T019 = the slot { $slot } takes lists only
    .help = Begin each item on a line of its own with -.
    .explain = This slot joins the items of all plugins into one sentence, so a section for it is a list: each item on a line of its own, beginning with -.

T020 = this heading is too deep: { $level }
    .help = The style has four levels; use fewer #.
    .explain = The house style has four levels of headings. A # in a section is one level below the heading that the section stands under. Use fewer #.

T021 = templates cannot use { $construct ->
        [arguments] a partial with arguments
        [dynamic] a partial named by an expression
        [partial-block] a partial block
        [subexpression] an expression in parentheses
        [block-parameter] a name given by as
        [raw-block] a raw block
        [expansions] so many partials inside each other
       *[decorator] a decorator
    }
    .help = { $construct ->
        [arguments] A partial sees every name of the place that includes it: write {"{{"}> name{"}}"} alone, inside {"{{"}#with …{"}}"} if names should begin elsewhere.
        [dynamic] Name the partial; tell cases apart with if.
        [partial-block] Write {"{{"}> name{"}}"}, and the words around it outside.
        [subexpression] Ask step by step with if, zero and present.
        [raw-block] Write the words without the four braces before and behind them.
        [block-parameter] Inside a loop the item at hand is this, and names from outside begin with ../.
        [expansions] Partials within partials may unfold five hundred times at most; join some.
       *[decorator] Put shared wording into a partial under templates/partials.
    }
    .explain = Some of Handlebars is not offered, because with it names could not be checked before a report is made. Partials are {"{{"}> name{"}}"} alone; conditions are if, unless, zero and present; loops are each.

T022 = a line that begins with "{ $start }" becomes a numbered list
    .help = Put a word after the number instead of the full stop, or a \ before it.
    .explain = Markdown takes a line that begins with a number, a full stop and a space for a numbered list, so 2023. would be its item 2023. Put a word after the number instead of the full stop, or a \ before it.

T023 = the unit has no { $name }
    .help = Complete the data; blank text and an empty list count as missing. If it may be missing, remove required in plugin.toml and ask for it in the template.
    .explain = plugin.toml promises this value, so the template did not ask for it, and the unit's data lacks it or has it blank. Complete the data; if it may be missing, remove required and ask with if.

T024 = the wording { $path } belongs to no plugin's slot and would not be used
    .help = Name it wording/PLUGIN/SLOT.hbs; there are: { $known }.
    .explain = A file in the workspace's wording folder takes the place of a plugin's section by its name, PLUGIN/SLOT.hbs. Under a misspelt name the plugin's own words would be used, so it is pointed out first.

T025 = the footnote [^{ $name }] { $reason ->
        [undefined] is nowhere said
        [twice] is said twice
        [tag] has a tag in its name
       *[unused] is nowhere referred to, and would not be printed
    }
    .help = { $reason ->
        [undefined] Write [^{ $name }]: words as a paragraph of its own, or check the name; to print it as it stands, write \[^{ $name }].
        [tag] Write a name that is the same in every report, such as [^1]: the program numbers footnotes anew.
        [twice] Remove one, or give it another name.
       *[unused] Write [^{ $name }] where its sign belongs, or remove it.
    }
    .explain = The sign of a footnote stands in the text, [^1], and what it says in a paragraph of its own, [^1]: words. Names hold within one template, and the program numbers footnotes anew. A sign without words would be printed as it stands, and words without a sign not at all, so both are pointed out first.

T026 = { $reason ->
        [crossed] the block { $detail } begins or ends amid a paragraph, and has its other end elsewhere
        [cut] a field has one of its ends inside the block { $detail } and the other outside
        [cells] the block { $detail } is about some cells of a row, which would have more or fewer of them than the other rows
        [helper] a Word template cannot use { $detail }
        [setting] the file is the whole document: { $detail } cannot be set beside it
        [ole] the template is a .doc file, or has a password
        [locked] parts of the template are encrypted
        [large] the template unpacks to too much ({ $detail })
        [path] a part of the template leads out of it ({ $detail })
        [document] the template is no Word document, but a package of something else ({ $detail })
        [body] the template's document has no text: its part holds no w:body ({ $detail })
        [lacking] a part that is needed is not in the template ({ $detail })
        [dangling] the template names a picture, a header or another part here that is not in the file ({ $detail })
        [note] the template refers to a note that it does not have ({ $detail })
        [encoding] a part of the template is not in UTF-8 ({ $detail })
        [chunk] the template has another file inside, which Word would read into it ({ $detail })
        [elements] a part of the template has more tags, elements or attributes, longer ones, or more of them in each other, than a document has ({ $detail })
        [xml] a part of the template cannot be read ({ $detail })
        [macro] the template has macros ({ $detail })
        [external] the template draws on a file elsewhere ({ $detail })
        [amid] the slot { $detail } stands amid words, which takes lists only, and { $path } says more than a list
        [external-object] the template has an object that is linked to a file elsewhere ({ $detail })
        [external-document] the template has a subdocument, which is a file elsewhere ({ $detail })
        [external-template] the template is bound to a template elsewhere, which Word would fetch ({ $detail })
        [external-merge] the template is set up for a mail merge, whose data Word would read from a file elsewhere ({ $detail })
        [doctype] a part of the template declares a type of document (DOCTYPE), which Word does not open ({ $detail })
        [field] the template has a field that reads other files or starts programs ({ $detail })
        [field-named] the template has a field whose name another field makes, so that nobody can tell what it does ({ $detail })
        [field-open] the template has a field in a field that does not end ({ $detail })
        [field-parted] the template has a field that begins outside of an alternative for other programs and goes on inside, or the other way round ({ $detail })
        [place] braces stand where nothing is filled ({ $detail })
        [single] { $detail } has one brace on each side, and stands in the document as it is
        [tilde] ~ takes no spaces away in a Word template ({ $detail })
        [convert] the template is a { $detail } file, and LibreOffice, which would convert it, is not here or failed
        [twice] the template has two parts of one name, of which programs take the one or the other ({ $detail })
       *[zip] the template is no .docx file, or is damaged
    }
    .help = { $reason ->
        [crossed] Write both ends into one paragraph; or each into a paragraph of its own around whole paragraphs; in a table each into a row of its own, or into the first and the last cell of one row.
        [cut] Show fields with Alt+F9, and put each, from its beginning to its end, inside the block or outside; or select the field and press Ctrl+Shift+F9 to make it text.
        [cells] For rows write both ends into the first and the last cell of the row; for what is in one cell both into that cell; for a column the same block into each row.
        [helper] Put partials, enumerate, pictures and charts into a plugin's section, and place that with {"{{"}slot "name"{"}}"}.
        [setting] Remove the setting and write it into the Word file, with {"{{"}…{"}}"} for what changes.
        [ole] Open it in Word, take the password away, and save it as a Word document (.docx).
        [locked] Take the password away and save it anew.
        [body] Take an earlier copy of the file, or write it anew in Word.
        [dangling] Delete the picture, chart or object at this place, or the header or footer, and insert it anew.
        [note] Delete the note's number here, and insert the note anew.
        [twice] Open it in Word or WPS, look whether what you see is right, and save it as a Word document (.docx).
        [macro] Save it as a Word document (.docx) without macros.
        [external] Embed the picture instead of linking to it.
        [amid] Write the slot alone in its paragraph; or let the section be a list, each item on a line of its own with -.
        [external-object] Select the object and break the link (Ctrl+Shift+F9), or insert it anew without a link.
        [external-document] Show subdocuments in the outline view and unlink them, which makes them a part of the text.
        [external-template] Choose another template under Developer, Document Template: Normal.
        [external-merge] In Word choose Mailings, Start Mail Merge, Normal Word Document, and save.
        [doctype] No word processor writes that: have the file saved anew by Word or WPS.
        [chunk] Open it in Word and save it anew, which makes the file inside a part of the text.
        [field] Select the field and press Ctrl+Shift+F9 to make it text; insert pictures as such.
        [field-named] Select the field and press Ctrl+Shift+F9 to make it text.
        [field-open] Show fields with Alt+F9 and delete the one that does not end.
        [field-parted] Select the field and press Ctrl+Shift+F9 to make it text.
        [place] Move them into the text, a table, a header, a note or a text box; comments, charts, formulas, the codes of fields, alternative texts and the file's properties (its title) cannot have any.
        [tilde] Delete ~, and the spaces that are not to stand there.
        [single] Write two: {"{{"}…{"}}"}. One each is for settings of the workspace.
        [convert] Open it in Word or WPS and save it as a Word document (.docx), or install LibreOffice.
       *[zip] Open it in Word or WPS and save it as a Word document (.docx).
    }
    .explain = A report's template may be an office's own Word file (.docx): what stands in {"{{"}…{"}}"} becomes each unit's own, and all else stays as it is. A place is told as file:paragraph:character; paragraphs are counted from the first of the text, each cell of a table has its own, those of headers and footers come behind, and a note's words stand in brackets in the line that refers to it.

T027 = the { $kind ->
        [header] headers and footers
        [note] footnotes and endnotes
        [box] text boxes
        [picture] pictures
        [symbol] characters of symbol fonts
        [formula] formulas
        [object] objects of other programs
        [merged] merged cells
        [nested] tables inside of cells
        [struck] lines through words
        [link] links to files and places that are not on the web
       *[number] automatic numbers
    } of the Word template are not in { $formats }
    .help = These formats take the paragraphs, headings and tables of the text alone. Use docx or pdf for all of it.
    .explain = Where a report's template is a Word file, docx is as the file is, and pdf is what LibreOffice makes of the docx; HTML, Markdown and text take the paragraphs, headings and tables of the text alone.

T028 = units below gave "{ $label }" ({ $name }), which is not merged, and the template speaks as though nobody had
    .help = Write merge = "distinct" for it in plugin.toml, or say something else of a roll-up with {"{{"}#if rollup{"}}"} in the template.
    .explain = The report of a unit above others is put together from what those below gave. Switches, dates, fields and texts that are not merged have no value there, which is not to say that there is nothing: a template that says "none was found" for that reason says what is not so, and the report is not made. Have it merged, or let the template say something else in a roll-up. The workbook and the page are written all the same.

T029 = { $kind ->
        [comments] the comments of the Word template are
        [words] the words of the Word template, and nothing of the unit's own, are
       *[changes] the tracked changes of the Word template are
    } in every document
    .help = { $kind ->
        [words] Write {"{{"}unit.name{"}}"} and other tags where each unit's own is to stand; huibian tags lists what a file asks for.
       *[changes] Delete the comments, and accept or reject the changes, in Word or WPS: documents go to other people.
    }
    .explain = Where a report's template is a Word file, what no tag touches stays as it is; so do the comments that people wrote beside it, and what they put in and took out while changes were tracked, with their names. A file that has no tags makes the same document for every unit.

T030 = { $reason ->
        [rounds] the loops of this text go round more than { $most } times
        [cells] a row of a table comes to more than { $most } cells, which is as many as Word has
       *[text] this text comes to more than { $most } MB
    }
    .help = { $reason ->
        [cells] Lay the table out with a row for each of them: a loop around the row, not around a cell.
       *[other] Let no loop stand inside another that goes through the same list. Where the list is as long as that in earnest, divide it among several units, or make a data table of it.
    }
    .explain = Loops in loops multiply: sixteen of them over three rows go round forty million times. A text of which there is more than anyone reads is refused before it takes all time and memory: one million rounds in all its loops, 128 MB of words, 256 MB of a Word file.

T040 = there is no table { $name }
    .help = { $known ->
        [none] There is none yet; write templates/tables/NAME.toml.
       *[other] There are: { $known }.
    }
    .explain = {"{{"}table "name"{"}}"} places a table by its file's name: templates/tables/NAME.toml of the workspace or the installation, in a plugin's sections also the plugin's own tables/NAME.toml.

T041 = { $reason ->
        [columns] the table has no columns
        [span] this cell spans as many rows or columns as no cell can: there are { $rows } rows from here on
        [beyond] this row takes { $found } columns of a table of { $wanted }
       *[hole] this row takes { $found } of the table's { $wanted } columns
    }
    .help = { $reason ->
        [columns] Write columns, an entry each: columns = [{"{"} share = 2 {"}"}, {"{"} align = "right" {"}"}].
        [span] A cell spans rows of its own group only, in the head of the head; 1 at least.
       *[hole] Count the cells that span into it from above; add or take away cells, or change their columns.
    }
    .explain = The cells of each row, with those that span into it from above, fill the table's columns: no holes, no overlaps. In a cell, columns and rows say how many it spans. Head and groups are counted each by itself.

T042 = { $kind ->
        [ledger] there is no ledger { $name }
        [column] the ledger has no column { $name }
        [place] words have no place {"{"}{ $name }{"}"}
       *[count] there is no count { $name }
    }
    .help = There are: { $known }.
    .explain = Names in a table must be declared: counts and ledgers as plugin/name, in a plugin's own table also bare; columns as plugin.toml declares them for the ledger; braces in words hold only places that are known.

T043 = { $reason ->
        [nothing] this cell says nothing
        [several] this cell says several things
        [head] a head holds words and counts' labels only
        [column] only a ledger's rows have columns
        [date] date is for columns of days
        [digits] digits is for numbers
        [measure] measure is for count
        [sign] sign is for expr
        [period] period is for count
        [unit-period] rows of units know this period and the one before
        [cumulative] this count does not add up over periods
        [rate] this row holds a rate and cannot be added up
        [no-numbers] this row holds no numbers to add up
        [both] there are rows and groups as well
        [no-rows] the table has no rows
        [no-row] what each row says is missing
        [where] only a ledger's rows can be chosen among
       *[row-alone] rows that are written out have no use for this
    }
    .help = { $reason ->
        [nothing] Write one of text, count, label, expr, column and sum; "" for an empty cell.
        [several] Keep one of text, count, label, expr, column and sum.
        [head] Write words as "…", a count's label and measure word as {"{"} label = "plugin/count" {"}"}.
        [column] Write rows = "plugin/ledger" and row, or use count.
        [unit-period] Remove period, or write period = "previous".
        [cumulative] Remove period, or write over_time in plugin.toml.
        [rate] Rates do not add up: compute it with expr, or remove sum.
        [no-numbers] Remove sum, or write count or expr in this row.
        [both] Move rows into groups, as one of them.
        [no-rows] Write rows = [[…], […]], rows = "units" or rows = "plugin/ledger".
        [no-row] Write row = [ … ], the cells of each row.
        [where] Remove where, or write rows = "plugin/ledger".
        [row-alone] row and where go with rows = "units" or a ledger; remove it.
       *[date] Remove it.
    }
    .explain = Each cell says one thing: words, count, label (what a count is called), expr, column (of a ledger) or sum (of its row). The other keys go with some of them; see "Tables" in the documentation.

T044 = { $reason ->
        [rate] column { $column } holds a rate, which does not add up
        [derive] column { $column } cannot be derived
        [nothing] column { $column } holds no numbers
        [wide] column { $column } holds a number that spans columns
        [room] there is no room for what the row of totals is called
       *[none] there is no column to add up
    }
    .help = { $reason ->
        [rate] Write total = "none" for that column, or choose counts that add up.
        [derive] total = "derive" is for one count or expr of rows = "units"; write "sum" or "none".
        [nothing] Remove total from that column.
        [wide] Let each number have a column of its own, or write total = "none" for it.
        [room] Put a column of words before the first that is added up.
       *[none] Remove total, or let a column hold count or expr.
    }
    .explain = A row of totals adds up what the columns print, as exact decimals. Rates do not add up: in rows of units they are derived anew from the sums above; elsewhere write total = "none".

T045 = there are two tables { $id }
    .help = The other is { $first }; rename one of them.
    .explain = Tables go by their files' names. A plugin's own must not have the name of one of the workspace's, and names in one folder must differ by more than case, or {"{{"}table{"}}"} could mean either.

T046 = no template places the table { $id }
    .help = Write {"{{"}table "{ $id }"{"}}"} in a template, or remove the file.
    .explain = Files in templates/tables come into reports where a template says {"{{"}table "name"{"}}"}. One that none names is only pointed out.

E001 = document.{ $key }: the unit has nothing for {"{"}{ $place }{"}"}
    .help = Write it under [unit.attributes] in the unit's data, or take the place out of the setting.
    .explain = A setting under [document] in workspace.toml, in the template's head or for the unit has a place in braces, and the unit's data has nothing to put there. Nothing is left blank in an official document: complete the unit's attributes.

E002 = { $part ->
        [code] the number of { $unit }'s document has no code
       *[sequence] the number of { $unit }'s document has no sequence
    }
    .help = Under [document] write number = {"{"} code = "…", sequences = {"{"} unit-id = 5 {"}"} {"}"}, or the unit's own sequence under [unit] document.
    .explain = A document number is put together from the issuer's code, the year and a number within the year. Parts may stand in workspace.toml, in the template's head and in the unit's data; together they must be whole.

E003 = the attachment's template { $path } is not one of the report's
    .help = Name it under [document] in workspace.toml or in the template's head; a unit may set the title only.
    .explain = Templates of attachments are read and checked before a run, so that a unit's data cannot bring one of its own.

E004 = { $count } units have the document number { $number }: { $units }
    .help = Give each unit a number of its own in number.sequences, or correct sequence in a unit's data.
    .explain = Documents of one code and one year may not share a number. Numbers stand in number.sequences under [document], or under [unit] in a unit's data.

E005 = { $id } in number.sequences is no unit of this workspace
    .help = Correct the id, or remove the entry.
    .explain = number.sequences gives document numbers by the units' ids. Where an id is misspelt, its unit has no number. Units that have filed nothing yet and units above others may be listed as well.

E006 = there is no attachment template { $path }
    .help = There are: { $known }.
    .explain = template under attachments is the template of an attachment's text, as a path in the workspace: templates/attachments/table.hbs. What the workspace lacks is looked for in the installation.

E007 = { $key } is set and { $needed } is not, so that { $key } is printed nowhere
    .help = { $key ->
        [secrecy_term] Set the level as well, secrecy = "秘密", or take secrecy_term out.
       *[other] Say who prints the document, printer = "…", or take { $key } out.
    }
    .explain = A term of secrecy follows its level; copies and the date of printing stand in the imprint, which has a printer (GB/T 9704-2012, 7.2.2, 7.4.3, 7.4.4). Each may be set in workspace.toml, in the template's head or in the unit's data, but together they must be whole.

I001 = there is no picture { $name } in { $path }
    .help = Put the file there, or mend its name.
    .explain = A picture that a template names lies below templates/, in the workspace or in the installation: image "pictures/site.png" is templates/pictures/site.png. One that a unit's data name lies beside those data.

I002 = the picture { $name } lies outside { $path }
    .help = Copy the file into that folder.
    .explain = Pictures that templates name lie below templates/; those that units' data name, in the workspace's folder. Links that lead elsewhere are followed and refused.

I003 = the picture { $name } is too large: { $found }, where { $limit } is the most
    .help = Make it smaller with a picture editor: 2000 pixels a side are enough for a page.
    .explain = A report goes out by mail, and every copy of it carries its pictures. Large photographs gain nothing in print.

I004 = { $name } cannot be used as a picture: { $reason ->
        [size] it does not say how large it is
        [cut] the end of the file is missing
        [damaged] the file is damaged, and shows in part only
        [syntax] { $detail }
       *[format] it is neither PNG, JPEG nor SVG
    }
    .help = { $reason ->
        [cut] Copy the file anew.
        [damaged] Copy the file again, or open it and save it anew.
        [size] In SVG, give the root element width and height, or a viewBox.
        [syntax] Save it anew in the program that drew it.
       *[format] Open it in a picture editor and save it as PNG or JPEG; another name does not change what it is.
    }
    .explain = What a file is shows in its bytes, not in its name. Reports take PNG, JPEG and SVG.

I005 = the drawing { $name } { $what ->
        [script] brings a program along: { $found }
        [element] has what no drawing in a report may have: { $found }
        [number] has a number larger than any drawing measures: { $found }
        [repeats] draws its own parts again and again: { $found }
       *[reference] refers to something outside itself: { $found }
    }
    .help = { $what ->
        [script] Save it as plain SVG, without scripts and events.
        [element] Save it as plain SVG; what moves, and filters that take long, do not go into a report.
        [number] Correct that measure in the drawing program, then save as plain SVG.
        [repeats] Replace what is used again by what it draws: in Inkscape, Edit > Clone > Unlink Clones Recursively.
       *[reference] Embed what it shows: in Inkscape, Extensions > Images > Embed Images, then save as plain SVG.
    }
    .explain = A drawing in a report shows what is in its own file: no scripts, no links, no pictures, fonts or styles from elsewhere. Pictures inside it are embedded as PNG or JPEG.

I006 = this build cannot put the drawing { $name } into a Word document
    .help = Use PNG in its place, or a build with the feature pixels.
    .explain = Word shows SVG from 2016 on and wants its pixels beside it, which this build does not draw. HTML and PDF need none.

C001 = there is no chart { $id }
    .help = Declare it in { $path }, or mend its name.
    .explain = A chart that a template places with chart "works" is declared in templates/charts/works.toml, in the workspace or in the installation.

C002 = the chart names a count that nothing declares: { $name }
    .help = Write a count in full, "theory-study/sessions"; totals of workspace.toml are "workspace/name".
    .explain = Every figure of a chart is a count that a plugin of the workspace declares, or a total in its [counts].

C003 = the chart cannot be drawn: { $reason ->
        [empty] it has no values
        [line] lines are for periods
        [compare] earlier periods stand beside counts only
        [many] more than six series cannot be told apart
        [periods] periods is a number from 2 to 12, with rows = "periods"
       *[mixed] rates and numbers have no axis in common
    }
    .help = { $reason ->
        [empty] Add [[values]] with count = "…".
        [line] Write rows = "periods", or kind = "bar".
        [compare] Leave compare out, or write rows = "counts".
        [many] Make two charts of it.
        [periods] For example rows = "periods" and periods = 5.
       *[mixed] Make two charts of it.
    }
    .explain = rows says what stands along a chart's axis: counts (one place each, earlier periods beside the report's own), units (those right below, in the report of a unit above others) or periods (earlier ones out of the history, the report's own last).

S002 = a house style has no key { $key }
    .help = Correct the name, or take it out. huibian style show lists every key.
    .explain = A key in a house style's file means nothing there: mostly a slip of the pen, or a key of another section. docs/styles.md lists every key.

S003 = { $key } cannot be { $given }
    .help = Write { $kind ->
        [length] a length with its unit (pt, mm, cm or in), { $least } to { $most }, such as "-0.3pt"
        [distance] a length with its unit, { $least } to { $most }, such as "37mm"
        [lines] a whole number of lines, { $least } to { $most }, such as 2
        [characters] a whole number of characters, { $least } to { $most }, such as 2
        [hundredths] a whole number of hundredths of a character, { $least } to { $most }, such as 200
        [count] a whole number, { $least } to { $most }
        [sheet] a length with its unit, { $least } to { $most }, such as "210mm"
        [type] a size of type with its unit, { $least } to { $most }, such as "16pt"
        [line] a length from line to line with its unit, { $least } to { $most }, such as "28.95pt"
        [rule] a thickness with its unit, { $least } to { $most }, such as "1pt"
        [beyond] { $least } to { $most }: a line has half the size of its type or more, tracking is between minus half the size of body text and four times that
        [language] the tag of a language, such as "zh-CN" (BCP 47)
        [switch] true or false, without quotes
        [text] words in quotes; "" for none
        [name] words in quotes, at least one character
        [face] the name of a face in quotes, such as "黑体"
        [align] one of { $known }
        [side] one of { $known }
        [colour] six hexadecimal digits, such as "FF0000"
        [fill] six hexadecimal digits, such as "E7E6E6", or ""
        [numbers] one of { $known }
        [label] words with one of { $known } in them, or with none
        [places] words in which these may stand: { $known }
        [phrase] words in which these may stand: { $known }
        [words] a list of words, such as ["年", "月"]
        [months] a list of twelve names, or []
        [substitutes] lists of faces by name, such as "仿宋_GB2312" = ["仿宋"]
        [families] families by the name of a face, each one of { $known }
        [signs] words by sign, such as "%" = "个百分点"
       *[table] a table of keys: [section]
    }.
    .explain = A value in a house style's file is not what its key needs. Lengths have units ("28.95pt", "37mm"); docs/styles.md says what each value is.

S004 = { $number ->
        [one] the house style lacks { $key }
       *[many] the house style lacks { $count } keys: { $key }, …
    }
    .help = { $number ->
        [one] Write it, or name a style that has it: inherits = "gbt9704".
       *[many] Begin the file with inherits = "gbt9704", and say only what differs; a style that inherits from none says everything.
    }
    .explain = A house style that inherits from none says everything itself. One that inherits says only what differs.

S005 = the margins leave { $room } { $direction ->
        [across] across
       *[down] down
    } for text
    .help = Make the margins smaller or the sheet larger: the text needs room for two lines and one character at least.
    .explain = The sheet less its margins is the text area. Nothing can be set in one of nothing.

S006 = { $key } is a name that { $by } has
    .help = Give one of them another name: Word tells styles apart by their names.
    .explain = Each paragraph style and each level of headings needs a name of its own in Word.

S007 = { $reason ->
        [path] inherits names a style, not a path: { $name }
        [cycle] the style inherits from itself, by way of { $name }
        [outside] the style { $name } is a link that leads elsewhere
        [deep] styles inherit from each other more than { $most } deep
       *[none] there is no style { $name } to inherit from
    }
    .help = { $reason ->
        [deep] Put what the styles in between say into one of them, and inherit from that.
       *[other] Write the name of a style beside this one or of the installation's, without .toml: inherits = "gbt9704".
    }
    .explain = inherits names the style whose values hold where this one says nothing. It lies beside this one, or in templates/styles of the installation.

S008 = there is no house style { $name }
    .help = { $known ->
        [none] Put one under templates/styles, or give the path of its file.
       *[other] There are: { $known }. A path ending in .toml will do as well.
    }
    .explain = Styles lie in templates/styles of the workspace and of the installation. huibian style list lists them.

S009 = { $what ->
        [lines] a page holds { $found } lines, not { $wanted }: { $span } high, { $each } a line
       *[characters] a line holds { $found } characters, not { $wanted }: { $span } wide, { $each } a character
    }
    .help = { $what ->
        [lines] Change top, bottom or text.line, or what text.lines_a_page promises.
       *[characters] Change left, right, text.tracking or the size of body text, or what text.characters_a_line promises.
    }
    .explain = A remark: GB/T 9704-2012 (5.2.3) wants 22 lines a page and 28 characters a line. The style's lengths are held against lines_a_page and characters_a_line under [text]; 0 promises nothing.

S010 = { $key }: type of { $size } in lines of { $line }; its characters are cut
    .help = Give it a line of its own that is higher, or smaller type.
    .explain = A remark: lines have a fixed height, and what is higher than its line is cut off at the top.

S011 = the page number reaches into the text: the bottom margin is { $bottom }, it needs { $needed }
    .help = Make page.bottom larger or page.footer smaller.
    .explain = A remark: the page number stands page.footer above the sheet's bottom, and must end below the text.

S012 = { $stand_in ->
        [none] opened on this computer, documents have neither “{ $face }” nor what may stand in for it; each program takes a face of its own choice
       *[other] opened on this computer, documents show “{ $face }” as “{ $stand_in }”
    }
    .help = Install the face, or name under [substitutes] one that this computer has.
    .explain = A remark: documents name the face, and a computer that has it shows it. This one shows another, so that lines may break elsewhere here. What a PDF is set in is told by O007.

S013 = { $path } cannot serve as the reference: { $reason ->
        [ole] it is a .doc, or a document with a password
        [locked] parts of it are encrypted
        [large] it unpacks to more than a document has ({ $detail })
        [path] a part leads out of the package ({ $detail })
        [document] it is no Word document, but a package of something else ({ $detail })
        [body] its document has no text: its part holds no w:body ({ $detail })
        [lacking] a part that is needed is not in it ({ $detail })
        [encoding] a part is not in UTF-8 ({ $detail })
        [convert] it is a { $detail } file, and LibreOffice, which would convert it, is not here or failed
        [elements] a part has more elements or attributes, longer ones, or more of them in each other, than a document has ({ $detail })
        [doctype] a part declares a type of document (DOCTYPE), which Word does not open ({ $detail })
        [xml] a part cannot be read ({ $detail })
        [macro] it has macros ({ $detail })
        [external] a header, a footer or the theme draws on a file elsewhere ({ $detail })
        [link] a header or footer has a hyperlink ({ $detail })
        [field] a header or footer has a field that reads another file or starts a program ({ $detail })
        [field-named] a header or footer has a field whose name another field makes, so that nobody can tell what it does ({ $detail })
        [field-open] a header or footer has a field in a field that does not end ({ $detail })
        [field-parted] a header or footer has a field that begins outside of an alternative for other programs and goes on inside, or the other way round ({ $detail })
        [dangling] a header, a footer or the theme names a part that is not in the file ({ $detail })
        [part] a header or footer holds what is no picture ({ $detail })
        [room] its margins leave no room for text ({ $detail })
        [twice] it has two parts of one name, of which programs take the one or the other ({ $detail })
       *[zip] it is no .docx, or is damaged
    }
    .help = { $reason ->
        [ole] Open it in Word without its password, and save it as a Word document (.docx).
        [locked] Save it without a password.
        [body] Take an earlier copy of the file, or write it anew in Word.
        [macro] Save it as a Word document without macros (.docx).
        [external] Put the picture into the file instead of a link to it, or take it out of the header.
        [link] Remove the hyperlink; its words may stay.
        [field] Select the field and press Ctrl+Shift+F9, which makes it plain text; insert pictures themselves.
        [field-named] Select the field and press Ctrl+Shift+F9, which makes it plain text.
        [field-open] Show fields with Alt+F9 and delete the one that does not end.
        [field-parted] Select the field and press Ctrl+Shift+F9, which makes it plain text.
        [dangling] Delete the header or footer in Word, make it anew, and save.
        [part] Keep text, fields and pictures alone in headers and footers.
        [room] Make the margins smaller or the sheet larger.
        [doctype] No word processor writes that: have the file saved anew by Word or WPS.
        [convert] Open it in Word or WPS and save it as a Word document (.docx), or install LibreOffice.
       *[other] Open it in Word or LibreOffice, and save it as a .docx again.
    }
    .explain = reference under [output] names a Word file of the office's own, whose styles, page set-up, headers and footers documents get. Macros, and headers with hyperlinks or that draw on files or programs elsewhere, are refused: documents go to other people.

S014 = the reference's headers or footers show words in the style "{ $style }", which no report has
    .help = Word prints an error there. Let the field (STYLEREF) in the reference name a style that reports have, such as "公文一级标题", or make it text.
    .explain = Headers and footers of a reference come out as they are. A field STYLEREF in them shows the words of a style in the text; where no paragraph of the report has that style, Word prints an error.

S015 = a header or footer of the reference prints { $words } as it stands
    .help = A reference is not filled in. Take the braces out; or make the file the report's template (template = "….docx"), in which they are.
    .explain = Headers and footers of a reference come out as they are, in every document. What stands in double braces is filled in where the file is a report's template.

O001 = { $reason ->
        [double] "{ $name }" has data twice ({ $first }, { $second }), and both would have one file: { $path }
       *[name] { $first } and { $second } would have one file: { $path }
    }
    .help = { $reason ->
        [double] Where one is a double, delete it. Where they are two units of one name, put unit.id into the pattern.
       *[name] Put unit.id into the pattern.
    }
    .explain = A fault of output; no half-written file is left. Where one is a double, delete it. Where they are two units, put unit.id into the pattern.

O002 = { $reason ->
        [outside] the output pattern { $pattern } leads out of its folder
        [no-unit] the output pattern { $pattern } does not tell units apart
        [reads] the output pattern { $pattern } leads into { $folder }, which the workspace reads from
       *[placeholder] the output pattern { $pattern } has an unknown placeholder
    }
    .help = Write a path below the workspace; placeholders: { $known }.
    .explain = A fault of output; no half-written file is left. Check pattern under [output], or --output.

O003 = no format { $given }; there are: { $known }
    .help = { $of ->
        [table] Give --table a name that ends in .xlsx or .csv.
        [form] Give --output a name that ends in .xlsx.
       *[report] Check formats or --format.
    }
    .explain = A fault of output; no half-written file is left. Check formats or --format.

O004 = cannot write { $path }: { $reason }
    .help = Move away what stands in its place, if anything does; close the program that has it open; check space and permission.
    .explain = A fault of output; no half-written file is left. Move away what stands in its place, if anything does; close the program that has it open; check space and permission.

O005 = this build writes no PDF
    .help = Build with `cargo build --release --features pdf`, or write pdf = "libreoffice" under [output] to have LibreOffice convert.
    .explain = What writes PDF takes long to compile, and plain builds go without. Build with --features pdf, or leave it to LibreOffice.

O006 = cannot make the PDF: { $reason }
    .help = Use another format, and please report this.
    .explain = The typesetter could not set this document; none of the unit's files is written.

O007 = PDFs have “{ $stand_in }” in place of the face “{ $face }”
    .help = Install “{ $face }”, or name its folder in fonts under [output].
    .explain = A PDF is set in the faces of this machine and of the folders in fonts; where the style's own is missing another stands in for good, and lines may differ. Other formats name the style's own face: S012.

O008 = the face “{ $face }” is not on this machine, and nothing can stand in for it
    .help = Install “{ $face }”, or name its folder in fonts under [output].
    .explain = A PDF is set in the faces of this machine, and cannot be without any that has the letters.

O009 = LibreOffice made no PDF: { $reason }
    .help = Install LibreOffice, and see that the command soffice runs.
    .explain = With pdf = "libreoffice" under [output], LibreOffice converts the .docx to PDF.

O010 = { $reason ->
        [missing] the folder { $path } in fonts is not there
        [empty] the folder { $path } in fonts holds no faces
        [libreoffice] LibreOffice makes PDFs without the faces in fonts
       *[unused] nothing that is made uses the faces in fonts
    }
    .help = { $reason ->
        [missing] Correct the path, which begins in the workspace's folder, or remove it.
        [empty] Put .ttf, .otf or .ttc files into it, or remove it.
        [libreoffice] Install the faces for the whole system, or use a build that makes PDFs itself.
       *[unused] Add pdf to formats, or remove fonts.
    }
    .explain = A remark: fonts under [output] names folders with faces beside those of the system, for PDFs that the program sets and for charts and SVG pictures that it draws. A folder that is of no use leaves no trace in a document, so it is told here.

O011 = the report has no format
    .help = Write one in formats: formats = ["docx"]; there are: { $known }.
    .explain = A fault of output; without a format nothing is written. Write one in the report's formats, or give it with --format.

O012 = the table “{ $table }” has { $columns } columns, and no page has room for them without breaking numbers
    .help = Take columns out, make two tables of it, or allow smaller type: least_size under [tables] in the style.
    .explain = A fault of output; a table's columns are sized by what they hold. What must not break (numbers with measure words, dates, names) had no room even in the least type that the style allows and on a turned page. Divide the table, or take columns out.

O013 = output would be written outside the workspace: { $path }
    .help = This folder of the workspace is a link to elsewhere, or another disk. If files are to go there, say so with --output; else make it a plain folder.
    .explain = A workspace may come from others: no link or mount in it lets files elsewhere on this computer be written over. Only who runs the program may say, with --output, that files go outside.

O014 = { $count ->
        [one] the files of one unit were written and are gone
       *[other] the files of { $count } units were written and are gone
    }, such as { $path }
    .help = Leave the output folder alone while a run goes on; a further run makes what is missing.
    .explain = The record of a run names only files that are there. Where the output folder was removed, moved or emptied meanwhile, these units are recorded as failed, and the next run makes them.

R001 = the run was interrupted before this unit
    .help = Run again.
    .explain = A fault of the run. Run again.

R002 = an error inside the program: { $reason }
    .help = Please report this.
    .explain = A fault of the run. Please report this.

R003 = no diagnostic { $given }
    .help = A code looks like U003.
    .explain = A fault of the run. A code looks like U003.

R004 = { $path } is no record of a run
    .help = Run huibian batch again.
    .explain = manifest.jsonl is written by a run and read by huibian plugin why; this file was changed or damaged. Run again.

R005 = { $when ->
        [damaged] the record { $path } is damaged, and what it says of earlier reports is not believed
        [later] the record { $path } was written by a later version of huibian
       *[earlier] the record { $path } was written by an earlier version of huibian
    }
    .help = Nothing need be done: every report is made anew; the next batch writes a new record. Where batch runs with --strict, run it once without.
    .explain = What an earlier run made is kept where its record says that nothing has changed since. This record is damaged, or does not hold what this version needs to know, so that all units are made anew, once.

R006 = the run before was cut off ({ $who }): { $path } may hold what is half done
    .help = Nothing to do: this run takes away what was left behind, and makes anew the units whose files differ.
    .explain = Where a run was killed, or the power failed, only some of a unit's files may be new. The next run holds every file against the record, makes those units anew that differ, and removes temporary files.

R007 = { $kind ->
        [edited] in the record { $path } lines were edited since it was written: { $units }
        [later] the record { $path } was written by a later version of huibian
       *[earlier] the record { $path } was written by an earlier version of huibian
    }
    .help = What it says is compared as it stands. Make the period anew with huibian batch to be sure of it.
    .explain = Every line of a record bears a hash over itself, by which an edited one is known. What such a record says is compared as it stands. Make the period anew with huibian batch to be sure of it.

G001 = the parent of { $id }, { $parent }, is no unit
    .help = Correct parent, or declare that unit under [[parents]] in workspace.toml.
    .explain = A fault in the tree of units; nothing can be rolled up. Correct parent, or declare that unit under [[parents]] in workspace.toml.

G002 = { $id } stands above itself
    .help = Correct the parent of one of the units in the circle.
    .explain = A fault in the tree of units; nothing can be rolled up. Correct the parent of one of the units in the circle.

G003 = two units have the id { $id }; the other: { $first }
    .help = Change one of them.
    .explain = A fault in the tree of units; nothing can be rolled up. Change one of them.

G004 = { $id } belongs both to { $first } and to { $second }
    .help = Take it away from one of them.
    .explain = The parent that a unit's file names differs from the one that lists it under [[parents]] in workspace.toml, or two list it. Keep one.

G005 = no unit stands below another, so there is nothing to roll up
    .help = Declare [[parents]] with their units in workspace.toml, or name the parent in the units' files.
    .explain = A roll-up follows the tree of units. Declare the units above under [[parents]] in workspace.toml, with units for those below; or write parent under [unit] in the units' files.

G006 = no unit stands below { $id }, so there is nothing to roll up
    .help = Units with others below them: { $known }.
    .explain = Only a unit with others below it can be rolled up.

G007 = { $count ->
        [one] a unit
       *[other] { $count } units
    } failed a check, and nothing is added up: { $units }{ $left ->
        [0] {""}
       *[other] ; of an earlier run, and not brought up to date: { $files }
    }
    .help = Mend their data, or let the findings through with huibian accept; to add up all the same, make failed under [rollup] in workspace.toml "include" or "exclude".
    .explain = workspace.toml says failed = "stop" under [rollup]: nothing is added up while a unit fails a check. With "include" its figures are in the sums and the report says so, with "exclude" they are left out and it says so.

G008 = { $count ->
        [one] the unit below { $unit } gave no figures: there is nothing to add up, and no report
       *[other] none of the { $count } units below { $unit } gave figures: there is nothing to add up, and no report
    }
    .help = Mend the units' data first; huibian check says what is wrong.
    .explain = A report above units is made of what they gave. Where none of them could be made, or is in the sums, the workbook and the page say who they are and why, and no report is written. Mend the units' data first; huibian check says what is wrong.

H001 = { $kind ->
        [cut] a line of the history is not whole: its end is missing
        [syntax] a line of the history was damaged and cannot be read
        [empty] a file of the history is empty
        [twice] a file of the history has two lines of { $id }
       *[other] a line of the history lacks something, or holds what it should not
    }
    .help = Restore the file from a backup or from version control; without one, move it away and run huibian close again.
    .explain = The folder history holds the figures of closed periods, a line a unit, and is not meant to be edited by hand. Restore the file; without a backup, move it away and run huibian close again.

H002 = { $period } is not closed: { $count ->
        [0] { $absent ->
            [one] 1 unit
           *[other] { $absent } units
        } gave no data: { $missing }
        [one] 1 unit is not in order: { $units }{ $absent ->
            [0] {""}
           *[other] ; { $absent } more gave no data: { $missing }
        }
       *[other] { $count } units are not in order: { $units }{ $absent ->
            [0] {""}
           *[other] ; { $absent } more gave no data: { $missing }
        }
    }
    .help = Mend what is listed above and get the missing data; with --partial the period is closed without those units, which --amend adds later.
    .explain = Closing files a period's figures, which later periods compare with; so it does not close while a unit gave no data, fails, or fails a check. Mend them and run it again. With --partial those units are left out, and can be added later with --amend.

H003 = { $period } is closed, and { $count ->
        [one] a figure differs
       *[other] { $count } figures differ
    } now: { $changes }
    .help = If they are to be corrected, file the period again with --amend; what was filed is kept beside the correction.
    .explain = Filed figures never change by themselves. With --amend a further version is filed that says what differs, and later periods compare with it.

H004 = { $reason ->
        [row] a row of the table cannot be read: { $found }
        [column] there is no count "{ $found }"
        [ambiguous] several counts are called "{ $found }"
        [unit] there is no unit "{ $found }"
        [no-unit] no unit is given
        [period] "{ $found }" is no period
        [no-period] no period is given
        [twice] { $found } stands twice in one period
       *[number] "{ $found }" cannot be this count
    }
    .help = { $reason ->
        [row] Save the table as CSV in UTF-8.
        [column] The first row has: period, unit, and counts by label or key, such as theory-study/sessions.
        [ambiguous] Write the key, such as theory-study/sessions.
        [unit] Write a unit's id or name; for one that is no more, add a column "name" and give its id under "unit".
        [no-unit] Add a column "unit" with each unit's id or name.
        [period] Write 2023, 2023H1, 2023Q2, 2023Q1-Q3, 2023-06, 2023W10 (a week) or 2023T1 (a school term).
        [no-period] Add a column "period", or give it with --period.
        [twice] Remove one of the rows.
       *[number] Write digits without commas or measure words; leave empty what is not known, do not write 0.
    }
    .explain = huibian history import reads a table: names of columns first, then a row for a unit and a period. An empty cell is missing. Where one cell is wrong, nothing is imported.

H005 = "{ $label }" was filed in "{ $before }" in { $period } and is in "{ $after }" now: what was filed in "{ $before }" is neither compared nor added up
    .help = Say how it is converted: factor = {"{"} "{ $before }" = number {"}"}, by which an earlier number is multiplied; 1 where only the digits after the point changed.
    .explain = Once its measure or its digits after the point have changed, the same number no longer says the same. With factor under [counts.x] of plugin.toml earlier numbers are converted and compared, and the report says so; without it they are not compared, and the report says why.

H006 = line { $line } of a filed period was edited since it was filed; what is compared with it is compared with other figures than were filed
    .help = Put the file back as it was. Where the change is right, file the period again with huibian close --amend, which says what differs.
    .explain = Each line of history/ bears a hash over itself, by which an edited one is known; lines that were filed before there were such hashes are taken as they are. What it says is compared as it stands. Put the file back as it was; where the change is right, file the period again with huibian close --amend.

H007 = the lines of a filed period are not those that were filed: of units there were { $filed }, now there are { $found }; what is compared with it is compared with other figures than were filed
    .help = Put the file back as it was. Where a unit does not belong there, file the period again without it with huibian close --amend.
    .explain = The first line of a file in history/ says how many lines of units follow and what their hashes come to, by which it is known that one was taken away, added or exchanged; files of before say no such thing and are taken as they are. What is there is compared as it stands. Put the file back as it was; to leave a unit out, file the period again with huibian close --amend.

H008 = { $kind ->
        [converted] "{ $label }" of { $period } was filed in "{ $before }" and is in "{ $after }" now: its numbers are taken for "{ $before }" and converted
       *[unknown] "{ $label }" of { $period } was filed in "{ $before }" and is in "{ $after }" now: its numbers would be printed in a measure that they do not have
    }
    .help = { $kind ->
        [converted] Where the data were given anew in "{ $after }", import those figures with huibian history import --amend.
       *[unknown] Say how it is converted: factor = {"{"} "{ $before }" = number {"}"}. Documents of that period as they were are made with the plugin as it was.
    }
    .explain = The data of a period that is closed are in the measure in which they were filed, whatever plugin.toml says now. With factor under [counts.x] they are converted; numbers that are nearer to the converted ones than to those that were filed are taken as given anew. Without it nothing of that period is made: its numbers would stand in a measure that they do not have.

H009 = [units.was] says that { $unit } was { $first } and { $last }; as periods are filed, { $last } began when { $first } had ceased, so that this is read as one renaming after the other
    .help = Where it is so, say each step: "{ $last }" = ["{ $first }"], and { $last } alone for { $unit }. Where two units were put together, import the periods that each lacks (huibian history import).
    .explain = A unit with several earlier names was put together of those units as a rule, and is not compared where one of them gave nothing. Names that never stood in one period, of which one began when the other had ceased, are read as one renaming after the other, and history goes on through them. Once each step is said it is not told any more.

B001 = { $reason ->
        [none] there is no report among the files
        [kind] { $path } is neither a report nor a table
        [empty] { $path } has no words
        [unit] whose report { $path } is was not found
        [period] of which period { $path } is was not found
        [large] { $path } is larger than any report: more than 3,000 paragraphs, 6,000 cells, 300,000 characters or 2,000 fields
        [twice] { $path } is a second report of the same unit in the same period
        [tags] { $path } has tags in double braces, and is a template already
        [character] { $path } has a character that no text may hold
       *[word] there is no Word file to make a template of
    }
    .help = { $reason ->
        [unit] Put the unit's name into the file's name, as in Ashford-2023Q2.docx; it has to stand in the text, too, with no tab or line break in it.
        [period] Put the period into the file's name, as in Ashford-2023Q2.docx, or add --period 2023Q2.
        [large] Give the report alone, without the material that it was written from.
        [twice] Give one of the two: the one that was sent.
        [tags] Put it under templates/ and name it in workspace.toml; huibian tags FILE says what it asks for.
        [character] Retype the line that it stands in; it is an invisible one.
       *[none] Give the report or the form as .docx, and the .xlsx that units filled in, if there is one.
    }
    .explain = The files to begin from are not all there, and nothing was written. `huibian adopt` begins from an office's own reports (.docx; to look only, also .md and .txt) and the tables that units filled in (.xlsx, .xls, .xlsb, .ods); save an old .doc or .wps as .docx first.

B002 = { $path } has next to nothing in common with the other reports
    .help = Give reports of one kind; make another workspace of the others.
    .explain = Only reports of one kind show by their differences what is wording and what is data. Give reports of one kind, and make another workspace of the others with `huibian adopt`.
