#!/bin/sh
# One database and one role for each service, at the first start.
set -eu
for name in projects people scenarios meetings communications; do
  eval "password=\$PASSWORD_$name"
  psql --set=ON_ERROR_STOP=1 --username postgres --set=password="$password" <<SQL
create role trame_$name login password :'password';
create database trame_$name owner trame_$name;
revoke connect on database trame_$name from public;
SQL
done
