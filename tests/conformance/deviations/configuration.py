"""Deviations of the jobs, their URLs, and Configuration."""

from conformance.deviations.deviation import Deviation


def _refused_by_setter(message: str) -> Deviation:
    return Deviation(
        "A setter validates the value, as creation does.",
        {"$error": "ValidationError", "message": f"Validation failed in {message}"},
        ["GET"],
    )


CASES = {
    "AsyncJob.setResultType + save": _refused_by_setter("asyncJob: result_type failed validation"),
    "AsyncJob.setResult: wrong type": _refused_by_setter("asyncJob: result failed validation"),
    "AsyncJob.setMetadata: wrong type": _refused_by_setter("asyncJob: metadata failed validation"),
    "ImportJob.setOptions + save": _refused_by_setter("importJob: Invalid options: k"),
    "ImportJob.setOptions: wrong type": _refused_by_setter("importJob: Invalid options: 5"),
    "ScrapeJob.setOptions: wrong type": _refused_by_setter("scrapeJob: options failed validation"),
    "ScrapeUrl.setOptions: wrong type": _refused_by_setter("scrapeUrl: options failed validation"),
}
