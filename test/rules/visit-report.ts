/** A report of the small type without a fault, for tests to change. */

export const visitReport = `# Report of a visit

Westmarch

Contents

About this visit	1
Children	1
Quality of care	2
Staying safe	2
Staff and managers	3
Quality of care	3
Record of grades	4

## About this visit

1. Two inspectors came.

## Children

### Quality of care

Grade 1 (good)

2. The quality of care is good.

### Staying safe

Grade 2 (weak)

3. Outcomes are weak.

### What to do

4. The manager should act.

At once:

- mend the gate.

## Staff and managers

### Quality of care

Grade 1 (good)

5. The quality of care is good.

## Record of grades

| Judgement | Grade |
| --- | --- |
| **Children** | |
| Quality of care | Good |
| Staying safe | Weak |
| **Staff and managers** | |
| Quality of care | Good |
`
