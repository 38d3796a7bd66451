#!/usr/bin/env bash
# Briefs as an array of Slurm jobs: four jobs build side by side; a last one, which waits for all of them, joins and
# proves what they built.
#
# Usage, in the folder of the project:
#   build=$(sbatch --parsable --array=1-4 slurm-array.sh)
#   sbatch --dependency="afterok:$build" --array=1 --export=ALL,STEP=archive slurm-array.sh
#
# The array has to be without gaps (1-4 or 0-15:5, not 1,3,7), since a part that no job builds is missing at the end.
# `--array=1-4%2` runs two at a time.
#SBATCH --job-name=briefs
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=00:30:00
#SBATCH --output=briefs-%A-%a.log
set -euo pipefail

mujaz="${MUJAZ:-mujaz}"
shards="${SHARDS:-shards}"

case "${STEP:-build}" in
build)
    # SLURM_ARRAY_TASK_ID, _COUNT, _MIN and _STEP say which part it is.
    "$mujaz" build --release --shard auto --jobs "${SLURM_CPUS_PER_TASK:-1}" --out "$shards/$SLURM_ARRAY_TASK_ID"
    ;;
archive)
    "$mujaz" archive merge "$shards"/* --out out
    "$mujaz" verify out
    "$mujaz" archive bag out --to bag
    ;;
*)
    echo "STEP is build or archive, not ${STEP}" >&2
    exit 2
    ;;
esac
