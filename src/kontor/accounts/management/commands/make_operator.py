"""`kontor make_operator EMAIL`"""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kontor.accounts.models import Person
from kontor.accounts.services import create_person, make_operator
from kontor.common.actors import CONSOLE


class Command(BaseCommand):
    help = "Make an account, or an existing one, an operator. Asks for a password; from a pipe it reads one line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        email = options["email"].strip().lower()
        person = Person.objects.filter(email=email).first()
        if person is None:
            person = create_person(email, actor=CONSOLE, password=self._password())
        make_operator(person, actor=CONSOLE)
        self.stdout.write(f"{email} is an operator")

    def _password(self) -> str:
        password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return password
