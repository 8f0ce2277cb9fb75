-- Clusters between which a person judged. Columns: left_cluster, right_cluster.
SELECT one.cluster_id AS left_cluster, other.cluster_id AS right_cluster
FROM judgement INDEXED BY judgement_by_person
JOIN event AS one ON one.id = judgement.left_id
JOIN event AS other ON other.id = judgement.right_id
WHERE judgement.kind = 'event' AND judgement.made_by NOT LIKE 'machine:%'
ORDER BY 1, 2
