"""Compares a database with the declared entities: tables, columns, types, keys, privileges and functions."""

from spacecat_shared_data_access.check.database import check_database
from spacecat_shared_data_access.check.finding import Finding, FindingKind, Severity

__all__ = ["Finding", "FindingKind", "Severity", "check_database"]
