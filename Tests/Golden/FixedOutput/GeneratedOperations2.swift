// Written by clientsmith. Do not edit.
