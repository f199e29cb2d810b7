# What the command line says.

did-you-mean = did you mean { $meant }?
finding-note = note
finding-warning = warning
finding-error = check failed
finding-across = across sections
finding-document = document
column-unit = unit
column-status = status
column-counts = counts
column-findings = findings
column-file = file
column-coverage = units
status-done = done
status-failed = failed
status-unclean = done, check failed
status-not-done = not done
file-outdated = Note: { $path } is from an earlier run; this run did not renew it.
diff-new = { $unit } (new)
diff-gone = { $unit } (gone)
diff-unfiled = { $unit } (did not file: { $side })
diff-no-data = { $unit } (no data: { $side })
diff-partial = {"  "}one side has a part of it alone; its figures are not compared
diff-was = { $unit } (before: { $was })
diff-missing = none
diff-sums = Sums ({ $units ->
        [one] the 1 unit
       *[other] the { $units } units
    } on both sides)
diff-sum-of = { $count } ({ $units ->
        [one] 1 unit
       *[other] { $units } units
    })
diff-count = count
diff-difference = difference
diff-growth = growth
diff-points = { $points } points
diff-unmade-before = {"  "}the earlier report could not be made ({ $codes }); its figures are not all there
diff-unmade-after = {"  "}the later report could not be made ({ $codes }); its figures are not all there
diff-reworded = {"  "}the words differ; the files of one side are gone, or other ones now
diff-summary = { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $differing ->
        [one] 1 differs
       *[other] { $differing } differ
    }.
batch-problems = { $count ->
        [one] 1 fault or remark was
       *[other] { $count } faults or remarks were
    } found; units that could not be made have no files, the others have theirs.
batch-faulty = { $count ->
        [one] 1 fault concerns
       *[other] { $count } faults concern
    } the units as a whole (above).
batch-kept = { $kept ->
        [one] 1 of them has not changed since the last run; its files
       *[other] { $kept } of them have not changed since the last run; their files
    } stand as they were (--force makes all anew).
batch-all-kept = Nothing has changed since the last run; no file was written (--force makes all anew).
status-kept = unchanged
batch-summary = { $done } done, { $failed } failed, { $waiting } not done; failed checks: { $checks }, remarks: { $findings }.
rollup-summary = { $unit }: { $reported } of { $units ->
        [one] 1 unit
       *[other] { $units } units
    } rolled up.
check-clean = units checked: { $units }; no problems.
check-reminded = { $units ->
        [one] 1 unit
       *[other] { $units } units
    } checked: nothing wrong beside these remarks.
check-faulty = problems: { $count }.
level-error = error
level-help = help
finding-line = { $weight }[{ $code }] ({ $section }): { $finding }
problem-coded = { $problem } [{ $code }]
detail-line = { $what }: { $found }
stage-time = { $milliseconds } ms
held = { $who } is writing to { $path }: waiting for it …
stage-load = read workspace, templates and style
stage-plugins = load plugins
stage-assemble = make reports
stage-check = check the units
stage-look = see which units there are, and which have not changed
stage-rollup = roll up
place-workspace = workspace
place-installation = installation
place-template = report template
place-style = house style
place-plugin = plugin { $id }
place-library = library of { $id }
# Whose line in the record of the last batch held, and whose did not.
reused-all = { $kept ->
        [one] The one unit is as the last batch recorded it; it was not made again.
       *[other] All { $kept } units are as the last batch recorded them; none was made again.
    }
reused-some = { $kept ->
        [one] 1 unit is as the last batch recorded it
       *[other] { $kept } units are as the last batch recorded them
    }; { $made ->
        [one] 1 was
       *[other] { $made } were
    } made again: { $names }. Files are as they were; batch writes them.
reused-none = No unit is as a batch recorded it; { $made ->
        [one] 1 was
       *[other] { $made } were
    } made for this: { $names }. Files are as they were; batch writes them.
name-join = { ", " }
name-more = { $names } and { $more } more
close-nothing = none
close-change = { $unit }: { $label } { $before } → { $after }
close-done = { $period } is closed: { $units ->
        [one] 1 unit
       *[other] { $units } units
    }{ $without ->
        [0] {""}
       *[other] , { $without } left out
    }{ $absent ->
        [0] {""}
       *[other] , { $absent } without data
    }, filed in { $path }.
close-amended = { $period } is amended (version { $version }): { $changes ->
        [one] 1 figure differs
       *[other] { $changes } figures differ
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }{ $without ->
        [0] {""}
       *[other] , { $without } left out
    }{ $absent ->
        [0] {""}
       *[other] , { $absent } without data
    }, filed in { $path }.
close-same = { $period } was closed with the same figures: { $path }.
assemble-summary = { $unit }: { $status }, files: { $files }, failed checks: { $checks }, remarks: { $findings }.
batch-unit = [{ $unit }]
batch-manifest = record of the run: { $path }
preview-findings = -- the report ends above; not part of it: { $count } --
new-summary = A new workspace is in { $folder }; files: { $files }.

# Plugins.
column-id = id
column-version = version
column-title = title
column-place = place
column-name = name
column-around = tag of a control around it, since it may be missing
column-control = tag
column-label = meaning
column-type = takes
column-kind = kind
column-measure = measure
column-required = required
column-over-units = over units
column-over-time = over time
column-severity = on failure
column-rule = rule
column-message = message
plugin-used = in use
plugin-unused = not in use
plugin-broken = { $named ->
        [true] wanted by this workspace, but cannot run ({ $code })
       *[false] cannot run ({ $code })
    }
plugin-heading = { $title } ({ $id }, version { $version }, { $used })
plugin-places =
    folder: { $folder }
    library: { $library }
plugin-fields = What it asks for
plugin-counts = What it counts
plugin-facts = What it gives to the wording
plugin-checks = Checks
plugin-controls = Tags of content controls in a Word template
plugin-slots = Where it writes
answer-yes = yes
answer-no = no
aggregation-sum = sum
aggregation-max = largest
aggregation-min = smallest
aggregation-average = mean by weight
aggregation-last = last
aggregation-none = none
aggregation-derived = from its parts
count-kind = { $kind } ({ $unit })

# What a value should be; $expected is the word plugin.toml has for it.
type-expected = { $expected ->
    [integer] a whole number
    [decimal] a decimal number
    [text] text
    [texts] a list of texts
    [boolean] true or false
    [date] a date
    [ledger] a ledger (rows of records)
    [table] a table of keys
    [ratio] a ratio
    [list] a list
    [positive] a whole number from 1
    [cell] what a cell says (words, or {"{"} count = … {"}"} and the like)
    [rows] rows of cells, units, or a ledger's name
    [number] a number
   *[other] { $expected }
}
toml-given = { $given ->
    [list] a list
    [table] a table of keys
   *[other] { $given }
}
kind-found = { $found ->
    [number] a number
    [text] text
    [boolean] yes or no
    [list] a list
    [record] a group
    [nothing] an empty list
   *[other] { $found }
}
kind-left = { $left ->
    [number] a number
    [text] text
    [boolean] yes or no
    [list] a list
    [record] a group
    [nothing] an empty list
   *[other] this
}
kind-right = { $right ->
    [number] { " and " }a number
    [text] { " and " }text
    [boolean] { " and " }yes or no
    [list] { " and " }a list
    [record] { " and " }a group
    [nothing] { " and " }an empty list
   *[other] { "" }
}

# For authors of plugins.
verdict-passed = passed
verdict-failed = failed
test-example = [{ $verdict }] { $plugin }: { $name }
test-part = {"    "}{ $part } (- expected, + actual)
test-blessed = { $path }: examples rewritten: { $count }.
test-summary = examples: { $total }; failed: { $failed }.

# What a plugin is checked for; .remedy is what to do where it fails.
conformance-title = { $title } ({ $id }, version { $version })
conformance-summary = points: { $total }; failed: { $failed }.
conformance-remedy = { $point }: { $remedy }
column-point = what was checked
column-result = result
column-detail = detail
verdict-refused = refused
verdict-skipped = skipped
detail-size = the largest answer: { $bytes } bytes of { $limit }
detail-differs = two answers differ
conformance-names = names in examples
    .remedy = An example names a count, fact, slot or use that plugin.toml does not declare; correct the name.
conformance-carrier = code for this system
    .remedy = Build the plugin for this system, or correct library or module in plugin.toml.
conformance-sections = sections
    .remedy = Correct the templates under sections/ as the messages say.
conformance-rules = checks
    .remedy = Correct the rules under [checks] as the messages say.
conformance-load = loading
    .remedy = Build the plugin again with the SDK that goes with this program.
conformance-examples = examples
    .remedy = Run huibian plugin test and see what differs; --bless accepts what came.
conformance-counts = every count is produced by an example
    .remedy = Add an example whose data makes these counts, or remove them from plugin.toml.
conformance-input-plain = data: a value in every field
    .remedy = The plugin fails on plain data; make an example of it and see.
conformance-input-empty = data: none at all
    .remedy = Refuse with a message where a field is missing; never assume that it is there.
conformance-input-required = data: required fields only
    .remedy = Where an optional field is missing, leave its count or fact out, or mark the field required.
conformance-input-unknown-keys = data: keys that nobody declared
    .remedy = Ignore keys that you did not declare: later versions add some.
conformance-input-huge-text = data: very long texts
    .remedy = Copy no text more often than you need it, or raise limits.response_bytes.
conformance-input-signs = data: signs of templates and of Markdown
    .remedy = Pass texts on as they are; do not take them apart.
conformance-input-zero = data: zeros, empty ledgers and lists
    .remedy = An empty ledger is 0 and no error; ask with zero before printing.
conformance-input-large-numbers = data: the largest numbers
    .remedy = Use checked arithmetic, and refuse with a message what is too large.
conformance-input-outside-rows = rows outside the period are not counted
    .remedy = Count only rows whose date lies in the period, as tally does.
conformance-repeated = the same request, the same answer
    .remedy = Keep nothing between calls; use no clock, no chance and no unordered map.
conformance-reloaded = the same answer after loading again
    .remedy = Keep nothing between calls; use no clock, no chance and no unordered map.
conformance-size = size of answers
    .remedy = Return less, or raise limits.response_bytes in plugin.toml.
new-plugin-summary = A new plugin is in { $folder }; files: { $files }.
new-plugin-next = Next: huibian plugin test { $folder }
new-plugin-build = Next: huibian plugin build { $folder }, then huibian plugin test { $folder }
build-done = { $id }: { $path }
build-nothing = { $id } has nothing to build here.
pack-file = {"  "}{ $path } ({ $bytes } bytes)
pack-summary =
    { $path }: files: { $files }, { $bytes } bytes.
    blake3: { $hash }
install-done = { $title } ({ $id }, version { $version }) is installed in { $folder }.
install-there = { $title } ({ $id }, version { $version }) was already in { $folder }, just the same.
install-next = To use it, add "{ $id }" to plugins in workspace.toml; --add does so.
install-added = "{ $id }" was added to plugins in workspace.toml; its section comes last.
list-join = ,{" "}
why-no-run = There was no run yet: no { $path }.
why-absent = The last run ({ $report }, { $period }) did without { $id }: workspace.toml did not name it.
why-run = The last run ({ $report }, { $period }; { $id } was { $version }): of { $units } units { $contributed } have its figures, { $failed } failed on it; remarks: { $findings }, of them failed checks: { $checks }.
why-first = First failure, { $unit }: { $code }: { $message }
why-help = What to do: { $help }
why-others = Also failed: { $units }
why-ready = Now it can run.
why-unused = Now it can run, but workspace.toml does not name it: add "{ $id }" to plugins.
why-broken = Now it cannot run; faults: { $count }.
dev-slot = ── { $slot }
dev-nothing = It says nothing for this unit.
dev-counts = ── counts: { $counts }
dev-finding = ── remark: { $finding }
dev-watching = Watching { $path }; Ctrl-C ends.
dev-changed =
    {""}
    == { $path } changed

# Permission for plugins, and their record.
trust-about = plugin: { $title } ({ $id }, version { $version })
    library: { $path }
    hash of its content: { $hash }
    A library can do whatever the user can. Be sure where it comes from.
trust-question = permit it to run? (y/N)
trust-refused = not permitted. Once you are sure where it comes from, answer y at a terminal, or add --yes: huibian plugin trust { $id }{ $options }
trust-done = { $id } is permitted; recorded in { $path }.
trust-not-needed = { $id } has no library and needs no permission.
distrust-done = the permission of { $id } is taken back.
distrust-none = { $id } had no permission.
lock-unwritten = Note: the plugins could not be recorded ({ $fault }); the reports are made all the same.
lock-first = the plugins as they are were recorded in { $path }; a change will be told.
lock-taken = plugins.lock: { $kind ->
        [new] { $id } is new and was recorded; it brings no code from elsewhere.
       *[changed] { $id } has changed and was recorded anew; it brings no code from elsewhere.
    }
lock-nothing = --locked: there is no plugins.lock, and no plugin that it would hold; all are built in this checkout.
lock-written = wrote { $path }.
lock-empty = all plugins in use are built in this checkout and need no record.
lock-change = { $kind ->
        [new] new: { $id }
        [gone] gone: { $id }
       *[changed] changed: { $id }
    }

# Data tables, forms and what is wrong with them.
level-remark = remark
check-remarks = { $count ->
        [one] 1 remark.
       *[other] { $count } remarks.
    }
check-summary = { $faulty } of { $units } units have faults, { $count } in all.
check-table = list of faults: { $path }
column-field = field
column-problem = problem
column-finding = finding
column-subject = about
column-reason = reason
column-by = accepted by
column-on = accepted on
column-print = print
column-remedy = remedy
batch-stopped = { $count ->
        [one] 1 fault or remark
       *[other] { $count } faults or remarks
    }: nothing was made, since something is wrong with the units as a whole.
strict-stopped = { $count ->
        [one] 1 fault or remark
       *[other] { $count } faults or remarks
    }: nothing was made, as --strict says.
form-exists = { $path } is there already and may have been filled in; it was left alone. Name another file with -o, or move it away first.
form-written = form: { $path } (units: { $units }, fields: { $fields }, ledgers: { $ledgers })
stage-form = make the form
table-decided = encoding and delimiter of the table
style-used = used
style-checked = { $path } can be used; remarks: { $count }.
style-unchecked = { $path } cannot be used; faults: { $count }.
style-cut = Long values are cut; huibian style show --toml prints them whole.
style-heading = { $name } ({ $path })

# What the system, or a library in its own language, says.
detail-quoted = { $said }
system-error = { $kind ->
    [not-found] it is not there
    [denied] permission denied
    [exists] it is there already
    [no-folder] it is no folder
    [folder] it is a folder
    [not-empty] the folder is not empty
    [read-only] the disk can only be read
    [full] the disk is full
    [large] the file is too large
    [busy] another program is using it
    [name] the file cannot have this name
    [data] what it holds is not valid
    [cut] it ends too early
    [pipe] the other side has closed
    [time] it took too long
    [memory] out of memory
    [device] it cannot be moved to another disk
    [a-pipe] it is a pipe, not a file
    [a-device] it is a device, not a file
    [a-socket] it is a socket, not a file
    [a-circle] its link leads back to itself
    [a-way-out] its link leads out of the workspace
   *[other] { $said }
}
map-place = place
map-head = head
map-field = field
map-examples = examples
map-unread = (not read)
map-perhaps = perhaps { $key }
map-unknown = not understood
map-understood = All of it is understood; nothing need be written.
map-nothing = Nothing is understood: no field's label stands in the table.
map-paste = Paste this into { $path }, and check every line (--write writes it there). Lines that begin with # do nothing: under columns, "remarks" stands for a column that is not read; under cells, write the field's key between the quotes.
map-written = Lines written into { $path }: { $count }; check each. Lines that begin with # were not written.
batch-stale = Left of units that are no more or bear another name: { $count ->
        [one] 1 file
       *[other] { $count } files
    }: { $paths }. What is not wanted --prune removes.
batch-pruned = Removed, of units that are no more or bear another name: { $count ->
        [one] 1 file
       *[other] { $count } files
    }: { $paths }
batch-stale-changed = Changed after it was made, so it stays: { $count ->
        [one] 1 file
       *[other] { $count } files
    }: { $paths }
batch-stale-stuck = Could not be removed: { $count ->
        [one] 1 file
       *[other] { $count } files
    }: { $paths }
accept-done = { $count ->
        [one] 1 finding
       *[other] { $count } findings
    } let through, as { $path } says.
accept-none = No row of the list gives a reason; nothing was let through.
accept-withdrawn = { $count ->
        [one] 1 finding
       *[other] { $count } findings
    } let through no more; see { $path }.
accept-holding = Let through and holding: { $count }
accept-void = Let through and holding no more, since data changed or nothing is found there now: { $count }
accept-open = Not let through: { $count }.
accepted-some = { $count ->
        [one] 1 finding is let through
       *[other] { $count } findings are let through
    }: { $who }.
accepted-by = { $count } by { $by } on { $on }

tags-asked = { $kind ->
        [count] count
        [list] list
        [slot] slot
        [table] table
       *[value] value
    }  { $name }  paragraph { $paragraphs }
tags-none = The file asks for nothing.

# Adopting.
adopt-read = Reports: { $reports }, tables: { $tables }; { $mode ->
        [marks] read as a form with marks
        [one] a single one, whose fields are told by their nature
       *[several] laid beside each other
    }.
adopt-here = Here are Word files: { $reports }, tables: { $tables }, and no workspace. To see what is understood of them:
      huibian adopt --plan .
    To make a workspace of them that runs:
      huibian adopt .
    That lays the reports beside each other, looks for their figures in the tables, writes a new folder here, and makes every report anew to show
    that nothing is lost. No file that is here is changed.
adopt-here-question = Do it now? (y/N)
adopt-field = field
adopt-kind = kind
adopt-measure = measure
adopt-example = example
adopt-reason = because
adopt-column = column of the table
adopt-kind-unit = unit
adopt-kind-period = period
adopt-kind-date = day
adopt-kind-figure = figure
adopt-kind-rate = rate
adopt-kind-text = words
adopt-kind-comparison = change
adopt-kind-list = several texts
adopt-kind-rows = rows
adopt-because-differs = it differs
adopt-because-known = reports have their own
adopt-because-marked = it is marked
adopt-because-nature = a figure by its nature
adopt-how-known = the program writes it: { $says }
adopt-how-ratio = { $above } over { $below }
adopt-how-sum = { $parts }
adopt-how-text = filled in as words (not written alike everywhere)
adopt-nowhere = no column has it: to be filled in
adopt-by-words = { $head } (by its name alone; please look)
adopt-doubt = Please look: { $kind ->
        [NoUnit] whose report { $subject } is was not found
        [NoPeriod] of which period { $subject } is was not found
        [ByWords] "{ $subject }" was matched with the column "{ $place }" by its name alone
        [Ambiguous] "{ $subject }" agrees with several columns, and the first was taken: { $place }
        [NoColumn] no column has "{ $subject }"
        [NoTable] no table of units was found in { $subject }
        [Foreign] { $subject } has nothing of these reports: neither their units nor their figures
        [AsWording] "{ $subject }" is 100 % in the only report and in no column, and was taken for wording
        [Unfit] an answer fits nothing that there is: { $subject } { $place }
       *[other] { $subject } { $place }
    }
adopt-ask = Questions about what is uncertain: { $count }. Enter takes what stands in [ ], a full stop all that is proposed from there on.
adopt-ask-about = { $about ->
        [unit] Whose report is { $subject }?
        [period] Of which period is { $subject }, such as 2023Q2?
        [column] Which column of the table has "{ $subject }"?
        [wording] "{ $subject }": does it differ from report to report?
        [same] Is "{ $subject }" the same as "{ $other }"?
       *[name] What is "{ $subject }" called?
    }
adopt-ask-none = none of them
adopt-ask-data = it differs: data
adopt-ask-words = it stays as it is: wording
adopt-ask-other = no, they are two
adopt-ask-same = yes, the same
adopt-ask-again = { $choices ->
        [0] Please write a period, such as 2023Q2.
       *[other] Please write a number from 1 to { $choices }.
    }
adopt-condition = Only some reports have: "{ $words }" – { $when ->
        [above] where "{ $figure }" is above { $bound }
        [below] where "{ $figure }" is below { $bound }
       *[told] where "{ $label }" is filled in with yes
    }
adopt-held = Holds in all reports and is a check: { $part } is not more than { $whole }
adopt-held-sum = Holds in all reports and is a check: { $parts } is { $whole }
adopt-renamed = Called otherwise: "{ $before }" is "{ $now }" now; its name, data and history stay.
adopt-new = New: "{ $label }".
adopt-gone = No longer in the form: "{ $label }"; what was filed of it stays, and nobody has to fill it in.
adopt-data-kept = { $path } was not written: there are data of that period, and they stay.
adopt-template-kept = The template that was there is kept as { $path }.
adopt-written = The workspace is in { $folder }, files: { $files }; every decision is in { $adopted }.
adopt-proof = Made anew: { $alike } reports have the same words, { $unlike } do not.
adopt-differs = { $file }:
adopt-marks-proof = A form with marks has no data to hold against; the units of the tables were made: { $done } done, { $failed } not.
adopt-filed = Filed as earlier periods, for later ones to be compared with: { $periods }.
adopt-next = Next: save the next period's table as { $data }, set period and date in workspace.toml, and run huibian batch.
adopt-next-forms = Next: put the next period's forms into { $data }, set period and date in workspace.toml, and run huibian batch.
adopted-language = en
adopted-title = A workspace made from reports
adopted-about = Written by huibian adopt. Every decision: where, why, and how to change it.
adopted-files = Files read
adopted-fields = Fields
adopted-conditions = Words that only some reports have
adopted-checks = Checks
adopted-again = What changed
adopted-doubts = Please look
adopted-none = None.
adopted-change = How to change it
adopted-change-body = Wording and places of fields: open { $template } in Word or WPS; grey boxes (content controls) are fields, all else is wording. A box that is deleted for words is wording.
    Names, measure words, checks: plugins/report/plugin.toml. Which column holds what: [units.columns] or [units.cells] in workspace.toml.
    Then run huibian check; huibian tags { $template } lists what the template asks for.
