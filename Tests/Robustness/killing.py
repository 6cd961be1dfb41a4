"""What the scripts have in common that kill `requisite` at random moments."""
import argparse, os, pathlib, random, signal, subprocess


def arguments(description, kills, seed=1):
    """The tool, how many kills are asked for, and the dice, from the command line."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=kills)
    parser.add_argument("--seed", type=int, default=seed)
    options = parser.parse_args()
    return options.requisite.resolve(), options.kills, random.Random(options.seed)


def attempt(command, seconds, spares_children=False, **options):
    """The exit status of a process that ends within `seconds`, if any are given; None where it was killed, with all that it started
    unless that is to be spared, as when somebody kills the tool alone."""
    process = subprocess.Popen(command, start_new_session=True, **options)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        if spares_children: process.kill()
        else: os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
