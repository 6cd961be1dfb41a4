"""Runs a job of a GitHub Actions workflow as the runner would, as far as the workflows that Requisite writes go: steps that
run scripts, composite actions, and stand-ins for the three actions of others that they use."""
import os
import pathlib
import re
import shutil
import subprocess

import yaml


class Runner:
    """A job's workspace and what its steps left."""

    def __init__(self, folder, origin, event, checkouts, tool, environment):
        self.workspace = folder / "workspace"
        self.temp = folder / "temp"
        self.temp.mkdir(parents=True)
        self.origin, self.checkouts, self.tool = origin, checkouts, tool
        self.contexts = event
        self.environment = environment
        self.artifacts, self.log = {}, ""
        self.summary = self.temp / "summary.md"
        self.summary.touch()

    def run_job(self, workflow, name):
        """Whether the job succeeded."""
        job = yaml.safe_load(pathlib.Path(workflow).read_text(encoding="utf-8"))["jobs"][name]
        assert evaluate(job["if"], self.contexts), f"the job {name} is not for this event"
        return self.run_steps(job["steps"], self.contexts | {"steps": {}}, None)

    def run_steps(self, steps, contexts, action_path):
        succeeded = True
        for step in steps:
            if not succeeded or not evaluate(step.get("if", "true"), contexts):
                continue
            environment = {key: expand(value, contexts) for key, value in step.get("env", {}).items()}
            inputs = {key: expand(value, contexts) for key, value in step.get("with", {}).items()}
            if "run" in step:
                assert "${{" not in step["run"], "an expression in a script"
                outputs, succeeded = self.run_script(step["run"], environment, action_path)
            else:
                outputs, succeeded = self.use(step["uses"], inputs, contexts)
            if "id" in step:
                contexts["steps"][step["id"]] = {"outputs": outputs}
        return succeeded

    def run_script(self, script, environment, action_path):
        output = self.temp / "output"
        output.write_text("", encoding="utf-8")
        variables = self.environment | environment | {
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.summary), "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(action_path), "GITHUB_REPOSITORY": self.contexts["github"]["repository"],
            "GITHUB_REF_NAME": self.contexts["github"]["ref_name"]}
        result = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=self.workspace, env=variables,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        self.log += result.stdout
        pairs = (line.partition("=") for line in output.read_text(encoding="utf-8").splitlines())
        return {name: value for name, _, value in pairs}, result.returncode == 0

    def use(self, action, inputs, contexts):
        name = action.partition("@")[0]
        if name == "actions/checkout":
            target = self.workspace / inputs.get("path", "")
            if "path" in inputs:
                # What the variables name: this project.
                shutil.copytree(self.checkouts, target)
            else:
                depth = inputs["fetch-depth"]
                git("clone", "--quiet", f"--depth={depth}", f"--branch={contexts['github']['ref_name']}",
                    self.origin.as_uri(), target, cwd=self.temp)
            return {}, True
        if name == "actions/cache":
            path = pathlib.Path(inputs["path"])
            path.mkdir()
            shutil.copy(self.tool, path / "requisite")
            return {"cache-hit": "true"}, True
        if name == "actions/upload-artifact":
            self.artifacts[inputs["name"]] = sorted(
                str(file.relative_to(self.workspace)) for file in (self.workspace / inputs["path"]).rglob("*"))
            return {}, True
        folder = self.workspace / name if name.startswith("./") else self.checkouts / name.split("/", 2)[2]
        definition = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
        assert set(inputs) <= set(definition["inputs"]), "an input that the action does not know"
        values = {
            key: inputs.get(key, expand(declared.get("default", ""), contexts))
            for key, declared in definition["inputs"].items()}
        inner = contexts | {"inputs": values, "steps": {}}
        succeeded = self.run_steps(definition["runs"]["steps"], inner, folder)
        return {key: expand(value["value"], inner) for key, value in definition["outputs"].items()}, succeeded


def commands(log):
    """The lines of a log that the runner obeys: those with a command in them, while it listens."""
    token = None
    for line in log.splitlines():
        if token:
            token = None if line.strip() == f"::{token}::" else token
        elif line.lstrip().startswith("::stop-commands::"):
            token = line.strip().removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line


def expand(text, contexts):
    if not isinstance(text, str):
        return str(text)
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(evaluate(match[1], contexts) or ""), text)


def evaluate(expression, contexts):
    """An expression of names, strings, comparisons and logic."""
    def look_up(match):
        value = contexts
        for part in match[0].split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return repr("" if value is None else value)

    literals = re.split(r"('[^']*')", str(expression).strip().removeprefix("${{").removesuffix("}}"))
    for index in range(0, len(literals), 2):
        text = re.sub(r"\btrue\b", " 1 ", literals[index])
        text = re.sub(r"[a-z_]+(\.[\w-]+)+", look_up, text)
        literals[index] = text.replace("&&", " and ").replace("||", " or ")
    return eval("".join(literals).strip(), {"__builtins__": {}})  # what this project wrote


def git(*arguments, cwd):
    command = ["git", "-c", "user.name=Author", "-c", "user.email=author@example.com", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, encoding="utf-8").stdout.strip()
