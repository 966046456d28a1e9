/** An invented report on a care service, with five key questions. */
export const cqcReport = `# Inspection report on Fennick Lane care service

Date of inspection: 3 to 4 June 2024

## Overall summary

Rating: Good

The overall summary is good. People live as they wish.

## Detailed findings

### Is the service safe?

Rating: Good

Medicines are kept well.

### Is the service effective?

Rating: Good

Staff are trained.

### Is the service caring?

Rating: Outstanding

Nobody is hurried.

### Is the service responsive?

Rating: Good

Plans are kept up to date.

### Is the service well-led?

Rating: Requires improvement

The manager has left.

## Ratings

| Key question | Rating |
| --- | --- |
| Overall summary | Good |
| Is the service safe? | Good |
| Is the service effective? | Good |
| Is the service caring? | Outstanding |
| Is the service responsive? | Good |
| Is the service well-led? | Requires improvement |
`
