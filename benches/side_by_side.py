#!/usr/bin/env python3
"""Times `handout` beside the programs that people make such leaflets with, where they are installed.

    cargo build --release
    python3 benches/side_by_side.py [--rows 300] [--rounds 5] [--cpu 0]

Everyone sets `text.yaml`, and a batch prints a name and a clinician on each leaflet. Peers: the Typst command (`typst` on the
path, or what TYPST names) and Typst as a library (`pip install typst`), both as PDF/UA-1 and PDF/A-2a; WeasyPrint as PDF/UA-1
(`pip install weasyprint pyyaml`). Programs take turns, round by round, on one core; the table has medians. CPU is user and
system time of the whole process, which a busy machine disturbs least; leaflets a second are leaflets by that time."""
import argparse
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
HANDOUT = ROOT / "target/release/handout"
FONTS = ROOT / "fonts"
GIVEN = ["Aisha", "Hong", "Maria", "Siobhan", "Agnes", "Chloe", "Noor", "Ewa", "Grace", "Lena"]
FAMILY = ["Benali", "Nguyen", "O'Brien", "Kowalska", "Okafor", "Svensson", "Garcia", "Dubois", "Haddad", "Smith"]
STANDARDS = "ua-1,a-2a"


def people(count):
    """An id, a patient and a clinician for each leaflet; no two leaflets are the same."""
    for number in range(count):
        given, family = GIVEN[number % 10], FAMILY[number // 10 % 10]
        yield f"v{number:05}", f"{given} {family} {number}", f"Dr {FAMILY[number % 10]}"


def rows_file(folder, count):
    path = folder / f"rows-{count}.csv"
    lines = [",".join(row) for row in people(count)]
    path.write_text("\n".join(["id,patient,clinician", *lines]) + "\n")
    return path


def ours(folder, count=None, jobs=1):
    common = [str(HANDOUT)]
    if count is None:
        return common + ["build", str(HERE / "text.yaml"), "--brand", "riverside", "--draft", "-o", str(folder / "one")]
    keep = [word for name in ("causes", "prevention", "treatments") for word in ("--section", name)]
    return common + ["batch", str(HERE / "text.yaml"), "--brand", "riverside", "--draft", *keep, "--jobs", str(jobs),
                     "--rows", str(rows_file(folder, count)), "-o", str(folder / f"batch-{count}-{jobs}")]


def peers(folder, count):
    """Each peer's name, its command for one leaflet and its command for a batch, where it has one."""
    typst = os.environ.get("TYPST") or shutil.which("typst")
    this = [sys.executable, __file__]
    if typst:
        main = folder / "one.typ"
        main.write_text('#import "leaflet.typ": leaflet\n#leaflet("Maria Garcia", "Dr Smith")\n')
        for name in ("leaflet.typ", "text.yaml"):
            shutil.copy(HERE / name, folder / name)
        yield "Typst, the command", [typst, "compile", "--pdf-standard", STANDARDS, "--font-path", str(FONTS),
                                     "--ignore-system-fonts", str(main), str(folder / "typst.pdf")], None
    if importlib.util.find_spec("typst"):
        one, many = folder / "typst-one", folder / "typst-many"
        yield ("Typst, the library", this + ["--peer", "typst", str(one), "1"],
               this + ["--peer", "typst", str(many), str(count)])
    if importlib.util.find_spec("weasyprint") and importlib.util.find_spec("yaml"):
        one, many = folder / "weasyprint-one", folder / "weasyprint-many"
        yield ("WeasyPrint", this + ["--peer", "weasyprint", str(one), "1"],
               this + ["--peer", "weasyprint", str(many), str(min(count, 20))])


def typst_batch(folder, count):
    """One compiler for all: names come in by a small main file, so that what stays the same stays compiled."""
    import typst
    compiler = typst.Compiler(HERE / "leaflet.typ", root=HERE, font_paths=[FONTS], ignore_system_fonts=True)
    for name, patient, clinician in people(count):
        text = f'#import "/leaflet.typ": leaflet\n#leaflet("{patient}", "{clinician}")\n'
        output = str(folder / f"{name}.pdf")
        compiler.compile(input=text.encode(), output=output, format="pdf", pdf_standards=STANDARDS.split(","))


def weasyprint_batch(folder, count):
    import html
    import weasyprint
    import yaml
    text = yaml.safe_load((HERE / "text.yaml").read_text())
    items = lambda part: "".join(
        "<li>" + (html.escape(item) if isinstance(item, str) else f"<b>{html.escape(item['name'])}</b> {html.escape(item['text'])}")
        for item in part)
    section = lambda part: f"<h2>{html.escape(part['title'])}</h2><p>{html.escape(part['intro'])}</p><ul>{items(part['items'])}</ul>"
    signs = [sign for tier in ("emergency", "same_day", "routine") for sign in text["seek_care"][tier]]
    body = "".join(section(text[name]) for name in ("causes", "prevention", "treatments"))
    for name, patient, clinician in people(count):
        page = f"""<html lang="en"><title>{html.escape(text['title'])}</title><style>@page {{ size: A4; margin: 16mm }}
            body {{ font: 12pt sans-serif }} main {{ columns: 2 }} .call {{ border: 1pt solid #a4262c; break-inside: avoid }}</style>
            <h1>{html.escape(text['title'])}</h1><p>{html.escape(text['summary'])}</p>
            <p>Prepared for <b>{html.escape(patient)}</b> by <b>{html.escape(clinician)}</b></p>
            <main>{body}<div class="call"><h2>When to call</h2><ul>{items(signs)}</ul></div></main></html>"""
        weasyprint.HTML(string=page).write_pdf(folder / f"{name}.pdf", pdf_variant="pdf/ua-1")


def run(command, cpus):
    """CPU seconds, wall seconds and peak MiB of a command, which inherits the cores of this process."""
    os.sched_setaffinity(0, cpus)
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            told.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{told.read().decode()}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def measured(commands, rounds, cpus):
    """For each command the medians of its runs, the commands in turn."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            folder = pathlib.Path(command[command.index("-o") + 1]) if "-o" in command else None
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            runs[name].append(run(command, cpus))
    return {name: [statistics.median(column) for column in zip(*found)] for name, found in runs.items()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rows", type=int, default=300)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None,
                           help="where to write; in memory where there is such a folder, so that no disk is measured")
    arguments.add_argument("--cpu", type=int, default=0, help="the core for what runs on one")
    arguments.add_argument("--peer", nargs=3, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.peer:
        name, folder, count = asked.peer
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        return {"typst": typst_batch, "weasyprint": weasyprint_batch}[name](pathlib.Path(folder), int(count))
    if not HANDOUT.exists():
        sys.exit("build it first: cargo build --release")
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        report(pathlib.Path(name), asked)


def report(folder, asked):
    one_core, others = {asked.cpu}, list(peers(folder, asked.rows))
    one = {"handout": ours(folder)} | {name: command for name, command, _ in others}
    print("One leaflet, a whole process       CPU ms   wall ms   peak MiB")
    for name, (cpu, wall, peak) in measured(one, asked.rounds * 5, one_core).items():
        print(f"  {name:<30} {cpu * 1000:>8.1f} {wall * 1000:>9.1f} {peak:>10.1f}")
    batch = {"handout": ours(folder, asked.rows)} | {name: command for name, _, command in others if command}
    print(f"\nA batch of {asked.rows} on one core         leaflets/s of CPU   of wall   peak MiB")
    for name, (cpu, wall, peak) in measured(batch, asked.rounds, one_core).items():
        count = min(asked.rows, 20) if name == "WeasyPrint" else asked.rows
        print(f"  {name:<30} {count / cpu:>20.0f} {count / wall:>9.0f} {peak:>10.1f}")
    print("\nhandout, batches by size           leaflets/s of CPU   of wall   peak MiB")
    sizes = {f"{count} rows, 1 job": ours(folder, count) for count in (100, 1000, 10_000)}
    for name, (cpu, wall, peak) in measured(sizes, asked.rounds, one_core).items():
        count = int(name.split()[0])
        print(f"  {name:<30} {count / cpu:>20.0f} {count / wall:>9.0f} {peak:>10.1f}")
    jobs = {f"{number} job{'s' * (number > 1)}": ours(folder, 3000, number) for number in (1, 2)}
    found = measured(jobs, asked.rounds, set(range(os.cpu_count())))
    (_, alone, _), (_, both, _) = found.values()
    print(f"\nhandout, 3000 rows: two jobs make {alone / both:.2f} times as many in the same time as one")


if __name__ == "__main__":
    main()
