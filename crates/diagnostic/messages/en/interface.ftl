# What the command line says.

did-you-mean = did you mean { $meant }?
finding-note = note
finding-warning = warning
finding-error = check failed
column-unit = unit
column-status = status
column-counts = counts
column-findings = findings
column-file = file
status-done = done
status-failed = failed
status-unclean = done, check failed
status-not-done = not done
batch-summary = { $done } done, { $failed } failed, { $waiting } not done; failed checks: { $checks }, remarks: { $findings }.
check-clean = units checked: { $units }; no problems.
check-faulty = problems: { $count }.

level-error = error
level-help = help
finding-line = { $weight } ({ $section }): { $finding }
detail-line = { $what }: { $found }
stage-time = { $milliseconds } ms
stage-load = read workspace, templates and style
stage-plugins = load plugins
stage-assemble = make reports
stage-check = check the units' data
place-workspace = workspace
place-installation = installation
place-template = report template
place-style = house style
place-plugin = plugin { $id }
place-library = library of { $id }
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
plugin-broken = cannot run ({ $code })
plugin-status = { $used }, { $broken }
plugin-heading = { $title } ({ $id }, version { $version }, { $used })
plugin-places =
    folder: { $folder }
    library: { $library }
plugin-fields = What it asks for
plugin-counts = What it counts
plugin-facts = What it gives to the wording
plugin-checks = Checks
plugin-slots = Where it writes
answer-yes = yes
answer-no = no
aggregation-sum = sum
aggregation-max = largest
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
   *[other] { $expected }
}

# For authors of plugins.
verdict-passed = passed
verdict-failed = failed
test-example = [{ $verdict }] { $plugin }: { $name }
test-part = {"    "}{ $part } (- expected, + actual)
test-blessed = { $path }: examples rewritten: { $count }.
test-summary = examples: { $total }; failed: { $failed }.
