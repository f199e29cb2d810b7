# Diagnostics by code. Variables are those that code.rs lists.

W001 = cannot read { $path }: { $reason }
    .help = Check the path and that it may be read.
    .explain = A fault of the workspace; the run does not start. Check the path and that it may be read.

W002 = this is not TOML: { $reason }
    .help = Check quotes, brackets and equals signs. A key with Chinese characters needs quotes.
    .explain = A fault of the workspace; the run does not start. Check quotes, brackets and equals signs. A key with Chinese characters needs quotes.

W003 = unknown key { $key }
    .help = Remove the key, or correct its name.
    .explain = A fault of the workspace; the run does not start. Remove the key, or correct its name.

W004 = the value does not fit: { $reason }
    .help = Correct it as the message says.
    .explain = A fault of the workspace; the run does not start. Correct it as the message says.

W005 = no workspace.toml in { $path } or above
    .help = Go to the workspace's folder, or name it with --workspace.
    .explain = A fault of the workspace; the run does not start. Go to the workspace's folder, or name it with --workspace.

W006 = `{ $given }` is no period
    .help = Write 2023, 2023H1, 2023Q2, 2023Q1-Q3 or 2023-06.
    .explain = A fault of the workspace; the run does not start. Write 2023, 2023H1, 2023Q2, 2023Q1-Q3 or 2023-06.

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
    .help = Check the unit's id or name.
    .explain = A fault of the workspace; the run does not start. Check the unit's id or name.

W012 = { $path } is there and not empty
    .help = Choose another folder.
    .explain = A fault of the workspace; the run does not start. Choose another folder.

W013 = no installation around { $path }
    .help = plugins and templates belong beside the program.
    .explain = A fault of the workspace; the run does not start. plugins and templates belong beside the program.

P001 = no plugin { $id }; searched { $searched }
    .help = Check plugins in workspace.toml, or add the plugin's folder.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Check plugins in workspace.toml, or add the plugin's folder.

P002 = plugin.toml contradicts itself: { $reason }
    .help = The plugin's author must mend it.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. The plugin's author must mend it.

P003 = the id { $id } and the folder { $folder } differ
    .help = Make them the same.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Make them the same.

P004 = no library of { $id } for this system; searched { $searched }
    .help = Build the plugin, or get it for this system.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Build the plugin, or get it for this system.

P005 = the library of { $id } cannot be used ({ $path }): { $reason }
    .help = Build or install the plugin again.
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

P050 = the module of { $id } is not there: { $path }
    .help = Put the file that plugin.toml names under module into the plugin's folder, or install the plugin again.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Put the file that plugin.toml names under module into the plugin's folder, or install the plugin again.

P051 = the module of { $id } cannot be used ({ $path }): { $reason }
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

P101 = { $id }: { $message }
    .help = Complete the section's data as the message says.
    .explain = A fault of a plugin. P0 is found before a run; P1 costs the unit it happened on. Complete the section's data as the message says.

P102 = { $id } panicked: { $message }
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

U001 = two units have the id { $id }; the other: { $first }
    .help = Change one of them.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Change one of them.

U002 = { $label } ({ $field }) should be { type-expected }, not { $found }
    .help = Numbers have no quotes, texts have, dates are 2023-04-05.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Numbers have no quotes, texts have, dates are 2023-04-05.

U003 = { $label } is missing ({ $field } of { $plugin })
    .help = Fill it in. What did not happen is 0.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Fill it in. What did not happen is 0.

U004 = no plugin asks for { $key }
    .help = Check its name, or remove it.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Check its name, or remove it.

U005 = { $field } is below 0: { $found }
    .help = Check the number.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Check the number.

U006 = { $field } has the character { $character }, which no document may hold
    .help = Remove it; it mostly comes in by pasting.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Remove it; it mostly comes in by pasting.

U007 = { $field } is empty
    .help = Remove the line where there is nothing to say.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Remove the line where there is nothing to say.

U008 = { $field } is no date: { $found }
    .help = Write 2023-04-05.
    .explain = A fault in a unit's data; it costs that unit, the others are made. Write 2023-04-05.

U009 = the unit has no name
    .help = Write name = "云溪镇" under [unit].
    .explain = A fault in a unit's data; it costs that unit, the others are made. Write name = "云溪镇" under [unit].

U010 = the unit's id is not valid: { $reason }
    .help = An id has letters, digits, -, _ and . only.
    .explain = A fault in a unit's data; it costs that unit, the others are made. An id has letters, digits, -, _ and . only.

U011 = there is nothing for { $title } ({ $plugin })
    .help = Add the table [{ $plugin }].
    .explain = A fault in a unit's data; it costs that unit, the others are made. Add the table [{ $plugin }].

T001 = the template does not parse: { $reason }
    .help = Check that braces and blocks are closed.
    .explain = A fault in a template; names are checked before anything runs. Check that braces and blocks are closed.

T002 = nothing declares { $name }
    .help = Use a name that plugin.toml declares.
    .explain = A fault in a template; names are checked before anything runs. Use a name that plugin.toml declares.

T003 = no helper { $name }
    .help = There are: if, unless, each, count, zero, present, list, enumerate, slot.
    .explain = A fault in a template; names are checked before anything runs. There are: if, unless, each, count, zero, present, list, enumerate, slot.

T004 = the number { $name } is printed with plain braces
    .help = Print it with the helper count, so that it can be traced.
    .explain = A fault in a template; names are checked before anything runs. Print it with the helper count, so that it can be traced.

T005 = the count { $name } is a condition: 0 would be false
    .help = Use zero or present.
    .explain = A fault in a template; names are checked before anything runs. Use zero or present.

T006 = these braces bypass escaping
    .help = Use two braces.
    .explain = A fault in a template; names are checked before anything runs. Use two braces.

T007 = partials include each other: { $cycle }
    .help = Break the cycle.
    .explain = A fault in a template; names are checked before anything runs. Break the cycle.

T008 = no partial { $name }
    .help = Check its name.
    .explain = A fault in a template; names are checked before anything runs. Check its name.

T009 = { $name } may be missing
    .help = Put it inside if or present.
    .explain = A fault in a template; names are checked before anything runs. Put it inside if or present.

T010 = { $name } cannot be printed ({ $found })
    .help = Use list or each for a list.
    .explain = A fault in a template; names are checked before anything runs. Use list or each for a list.

T011 = { $name } is used wrongly: { $reason }
    .help = Names of counts and slots stand in quotes.
    .explain = A fault in a template; names are checked before anything runs. Names of counts and slots stand in quotes.

T012 = the slot { $slot }: { $reason }
    .help = Check [slots] in the front matter.
    .explain = A fault in a template; names are checked before anything runs. Check [slots] in the front matter.

T013 = the template failed: { $reason }
    .help = Check the names used here.
    .explain = A fault in a template; names are checked before anything runs. Check the names used here.

T014 = a report cannot carry this Markdown: { $construct }
    .help = Use paragraphs, headings and lists; do not indent by four.
    .explain = A fault in a template; names are checked before anything runs. Use paragraphs, headings and lists; do not indent by four.

T015 = a report has one title, this one { $found }
    .help = The title is the one line that begins with #.
    .explain = A fault in a template; names are checked before anything runs. The title is the one line that begins with #.

T016 = this line is indented so far that it becomes code
    .help = Remove the spaces.
    .explain = A fault in a template; names are checked before anything runs. Remove the spaces.

T017 = nobody filled the required slot { $slot }
    .help = Check the unit's data.
    .explain = A fault in a template; names are checked before anything runs. Check the unit's data.

T018 = the unit has no count { $name }
    .help = Put it inside present, or complete the data.
    .explain = A fault in a template; names are checked before anything runs. Put it inside present, or complete the data.

T019 = the slot { $slot } takes lists only
    .help = Begin each item with -.
    .explain = A fault in a template; names are checked before anything runs. Begin each item with -.

T020 = this heading is too deep: { $level }
    .help = The style has four levels.
    .explain = A fault in a template; names are checked before anything runs. The style has four levels.

T021 = templates cannot use { $construct }
    .help = Say it another way.
    .explain = A fault in a template; names are checked before anything runs. Say it another way.

S001 = the house style cannot be used: { $reason }
    .help = Lengths have units, such as 28.95pt or 37mm.
    .explain = A fault in the house style; the run does not start. Lengths have units, such as 28.95pt or 37mm.

O001 = { $first } and { $second } would have one file: { $path }
    .help = Put unit.id into the pattern.
    .explain = A fault of output; no half-written file is left. Put unit.id into the pattern.

O002 = { $reason ->
        [outside] the output pattern { $pattern } leads out of its folder
        [no-unit] the output pattern { $pattern } does not tell units apart
       *[placeholder] the output pattern { $pattern } has an unknown placeholder
    }
    .help = Write a path below the workspace; placeholders: { $known }.
    .explain = A fault of output; no half-written file is left. Check pattern under [output], or --output.

O003 = no format { $given }; there are: { $known }
    .help = Check formats or --format.
    .explain = A fault of output; no half-written file is left. Check formats or --format.

O004 = cannot write { $path }: { $reason }
    .help = Close the program that has it open; check space and permission.
    .explain = A fault of output; no half-written file is left. Close the program that has it open; check space and permission.

R001 = the run was interrupted before this unit
    .help = Run again.
    .explain = A fault of the run. Run again.

R002 = an error inside the program: { $reason }
    .help = Please report this.
    .explain = A fault of the run. Please report this.

R003 = no diagnostic { $given }
    .help = A code looks like U003.
    .explain = A fault of the run. A code looks like U003.
